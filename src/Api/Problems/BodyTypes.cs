using System.Reflection;

namespace ServiceDesk.Api.Problems;

/// <summary>What an endpoint reads: the types of its parameters, of their members, of those of these.</summary>
internal static class BodyTypes
{
    public static IReadOnlySet<Type> Of(MethodInfo endpoint)
    {
        HashSet<Type> found = [];
        var open = new Stack<Type>(endpoint.GetParameters().Select(p => p.ParameterType));
        while (open.TryPop(out var type))
        {
            if (!found.Add(type))
                continue;
            foreach (var part in type.IsGenericType ? type.GetGenericArguments() : type.HasElementType ? [type.GetElementType()!] : [])
                open.Push(part);
            if (type.Namespace?.StartsWith("ServiceDesk", StringComparison.Ordinal) != true)
                continue;
            foreach (var member in type.GetProperties())
                open.Push(member.PropertyType);
        }

        return found;
    }
}
