using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using ServiceDesk.Api.Problems;
using ServiceDesk.Application.Common;

namespace ServiceDesk.Api.Endpoints;

/// <summary>An unknown query parameter is a mistake worth hearing of: 400 that names it.</summary>
internal static class UnknownParameterFilter
{
    public static EndpointFilterDelegate Create(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        string[] read = [.. context.MethodInfo.GetParameters().SelectMany(NamesOf).Except(context.MethodInfo.GetCustomAttributes<WithoutParameterAttribute>().Select(a => a.Name))];
        return invocation =>
        {
            var http = invocation.HttpContext;
            // As written: what holds the parsed ones forgets how they were spelt.
            foreach (var parameter in new QueryStringEnumerable(http.Request.QueryString.Value))
            {
                var name = parameter.DecodeName().ToString();
                var known = read.Where(n => !http.Request.RouteValues.ContainsKey(n)).Order(StringComparer.Ordinal);
                if (!known.Contains(name, StringComparer.Ordinal))
                    throw new MalformedRequestException(ProblemCodes.UnknownParameter, name, $"There is no parameter '{name}' here. {Choice([.. known])}");
            }

            return next(invocation);
        };
    }

    private static string Choice(string[] known) => known.Length == 0 ? "There is none at all." : $"Known: {string.Join(", ", known)}.";

    private static IEnumerable<string> NamesOf(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(AsParametersAttribute))
            ? parameter.ParameterType.GetProperties().Where(p => IsText(p.PropertyType)).Select(p => Name(p, p.Name))
            : IsText(parameter.ParameterType) && !parameter.GetCustomAttributes().Any(a => a is IFromFormMetadata or IFromHeaderMetadata) ? [Name(parameter, parameter.Name!)] : [];

    /// <summary>As its sender writes it.</summary>
    internal static string Name(ICustomAttributeProvider member, string name) =>
        member.GetCustomAttributes(typeof(FromQueryAttribute), false).OfType<FromQueryAttribute>().FirstOrDefault()?.Name ?? char.ToLowerInvariant(name[0]) + name[1..];

    // What the framework reads from a text: of the path or of the query. Bodies, services and the request itself are none.
    private static bool IsText(Type type)
    {
        type = type.GetElementType() ?? type;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) || type.IsEnum || type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy)
            .Any(m => m.Name == nameof(int.TryParse) && m.GetParameters()[0].ParameterType == typeof(string));
    }
}

/// <summary>A parameter of the query that is taken from elsewhere at this endpoint, and so cannot be sent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WithoutParameterAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
