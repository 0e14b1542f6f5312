using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Api.Problems;
using ServiceDesk.Application.Common;

namespace ServiceDesk.Api.Endpoints;

/// <summary>An unknown query parameter is a mistake worth hearing of: 400 that names it.</summary>
internal static class UnknownParameterFilter
{
    public static EndpointFilterDelegate Create(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var known = context.MethodInfo.GetParameters().SelectMany(NamesOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return invocation =>
        {
            foreach (var name in invocation.HttpContext.Request.Query.Keys)
            {
                if (!known.Contains(name))
                    throw new MalformedRequestException(ProblemCodes.UnknownParameter, name, $"There is no parameter '{name}' here. Known: {string.Join(", ", known.Order())}.");
            }

            return next(invocation);
        };
    }

    private static IEnumerable<string> NamesOf(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(AsParametersAttribute))
            ? parameter.ParameterType.GetProperties().Select(p => p.GetCustomAttribute<FromQueryAttribute>()?.Name ?? Camel(p.Name))
            : [parameter.GetCustomAttribute<FromQueryAttribute>()?.Name ?? Camel(parameter.Name!)];

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
