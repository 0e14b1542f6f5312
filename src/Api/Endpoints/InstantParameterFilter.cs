using System.Reflection;
using ServiceDesk.Api.Hosting;
using ServiceDesk.Api.Problems;
using ServiceDesk.Application.Common;

namespace ServiceDesk.Api.Endpoints;

/// <summary>The framework takes nearly everything for an instant, a date or a time of day too; here a query gives it as a body does.</summary>
internal static class InstantParameterFilter
{
    public static EndpointFilterDelegate Create(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        string[] instants = [.. context.MethodInfo.GetParameters().SelectMany(NamesOf)];
        if (instants.Length == 0)
            return next;

        return invocation =>
        {
            var query = invocation.HttpContext.Request.Query;
            foreach (var name in instants)
            {
                if (query[name].FirstOrDefault(text => !string.IsNullOrEmpty(text) && !Instants.AreWritten(text)) is { } wrong)
                    throw new MalformedRequestException(ProblemCodes.Malformed, name, $"'{wrong}' is not a time such as 2026-11-22T08:00:00Z: with its date and its offset.");
            }

            return next(invocation);
        };
    }

    private static IEnumerable<string> NamesOf(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(AsParametersAttribute))
            ? parameter.ParameterType.GetProperties().Where(p => IsInstant(p.PropertyType)).Select(p => UnknownParameterFilter.Name(p, p.Name))
            : IsInstant(parameter.ParameterType) ? [UnknownParameterFilter.Name(parameter, parameter.Name!)] : [];

    private static bool IsInstant(Type type) => (Nullable.GetUnderlyingType(type.GetElementType() ?? type) ?? type.GetElementType() ?? type) == typeof(DateTimeOffset);
}
