using Microsoft.AspNetCore.Mvc;

namespace ServiceDesk.Api.OpenApi;

/// <summary>Names of schemas: the type's own, with its arguments or the area of its endpoints in front (IncidentRowPage, IncidentHoldBody).</summary>
internal static class SchemaNames
{
    public static string Of(Type type)
    {
        // What stands in a body is the same problem that answers carry.
        if (type == typeof(ProblemDetails))
            return "Problem";

        var owner = type.DeclaringType is { } outer ? outer.Name.Replace("Endpoints", "", StringComparison.Ordinal) : "";
        if (!type.IsGenericType)
            return owner + type.Name;

        var arguments = string.Concat(type.GetGenericArguments().Select(Of));
        return arguments + type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)];
    }
}
