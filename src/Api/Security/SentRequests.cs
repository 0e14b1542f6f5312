using System.Reflection;
using System.Runtime.CompilerServices;
using ServiceDesk.Api.Problems;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Api.Security;

/// <summary>Which use cases an endpoint may send, read from its compiled code (ADR 0022): what it takes and what it makes, itself and in its helpers.</summary>
internal static class SentRequests
{
    private const string Endpoints = "ServiceDesk.Api.Endpoints";

    public static IReadOnlyList<Type> Of(MethodInfo endpoint)
    {
        HashSet<MethodBase> seen = [];
        List<Type> sent = [.. endpoint.GetParameters().Select(p => p.ParameterType).Where(IsRequest)];
        var open = new Stack<MethodBase>([endpoint]);
        while (open.TryPop(out var method))
        {
            if (!seen.Add(method))
                continue;
            if (method.GetCustomAttribute<StateMachineAttribute>() is { } machine)
                open.Push(machine.StateMachineType.GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)!);
            foreach (var used in Instructions.Of(method).Select(i => i.Method).OfType<MethodBase>())
            {
                if (used is ConstructorInfo { DeclaringType: { } made } && IsRequest(made))
                    sent.Add(made);
                else if (used.DeclaringType?.Namespace == Endpoints)
                    open.Push(used);
            }
        }

        return [.. sent.Distinct()];
    }

    private static bool IsRequest(Type type) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>));
}
