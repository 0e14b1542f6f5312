using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Api.Problems;

/// <summary>
/// Which codes an operation can answer with, read from the compiled code: what its endpoint calls, the handlers of what it sends and of the
/// events that are raised, and what these throw. So nobody keeps a list, and a new rule is in the contract by itself.
/// </summary>
internal static class Refusals
{
    private static readonly Assembly[] Ours = [typeof(AggregateRoot).Assembly, typeof(ISender).Assembly, typeof(ServiceDeskDbContext).Assembly, typeof(Refusals).Assembly];

    // Who is called through these is found by what is sent or raised.
    private static readonly Type[] Dispatched =
        [typeof(IRequestHandler<,>), typeof(IPipelineBehavior<,>), typeof(IDomainEventHandler<>), typeof(IReaction<>), typeof(IBatchReaction), typeof(IDisposable), typeof(IAsyncDisposable)];

    private static readonly Type[] Types = [.. Ours.SelectMany(a => a.GetTypes())];
    private static readonly ILookup<Type, Type> Handlers = (
        from type in Types
        where type is { IsAbstract: false, IsGenericTypeDefinition: false }
        from contract in type.GetInterfaces()
        where contract.IsGenericType && (contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) || contract.GetGenericTypeDefinition() == typeof(IDomainEventHandler<>))
        select (Of: contract.GenericTypeArguments[0], type)).ToLookup(h => h.Of, h => h.type);

    private static readonly ILookup<object, MethodInfo> Rules = (
        from type in Types
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        from rule in method.GetCustomAttributes<RuleOfAttribute>()
        select (rule.Value, method)).ToLookup(r => r.Value, r => r.method);

    // What is not written as its type suggests is read by us, and may be refused there.
    private static readonly (Type Of, MethodBase Read)[] Converters = [.. Types
        .Where(t => t.BaseType is { IsGenericType: true, ContainsGenericParameters: false } parent && parent.GetGenericTypeDefinition() == typeof(JsonConverter<>))
        .Select(t => (t.BaseType!.GenericTypeArguments[0], (MethodBase)t.GetMethod(nameof(JsonConverter<int>.Read))!))];

    private static readonly ConcurrentDictionary<MethodBase, Facts> Known = new();
    private static readonly ConcurrentDictionary<MethodInfo, IReadOnlySet<string>> Found = new();

    /// <summary>The number that was written into the code just before a call, if one was: at most one other argument comes after it.</summary>
    private struct Literal
    {
        private int left;
        private long last;

        public readonly long? Value => left > 0 ? last : null;

        public void See(long? number) => (left, last) = number is { } pushed ? (4, pushed) : (left - 1, last);
    }

    private sealed record Facts(IReadOnlyList<string> Codes, IReadOnlyList<MethodBase> Leads);

    /// <summary>All codes that can come of calling the method of an endpoint.</summary>
    public static IReadOnlySet<string> Of(MethodInfo endpoint) => Found.GetOrAdd(endpoint, Find);

    private static SortedSet<string> Find(MethodInfo endpoint)
    {
        SortedSet<string> codes = new(StringComparer.Ordinal);
        HashSet<MethodBase> seen = [];
        var read = BodyTypes.Of(endpoint);
        var open = new Stack<MethodBase>([endpoint, .. read.SelectMany(HandlersOf), .. Converters.Where(c => read.Contains(c.Of)).Select(c => c.Read)]);
        while (open.TryPop(out var next))
        {
            var method = Definition(next);
            if (!seen.Add(method))
                continue;
            var facts = Known.GetOrAdd(method, Read);
            codes.UnionWith(facts.Codes);
            foreach (var lead in facts.Leads)
                open.Push(lead);
        }

        codes.UnionWith(UniqueConstraints.CodesOf(seen));
        return codes;
    }

    private static Facts Read(MethodBase method)
    {
        if (method.IsDefined(typeof(RefusesNobodyAttribute)))
            return new Facts([], []);

        HashSet<string> texts = [];
        HashSet<string> codes = [];
        List<MethodBase> leads = [.. Machine(method), .. Implementations(method)];
        var sends = !Around(method).Any(t => t.IsDefined(typeof(RefusesNobodyAttribute)));
        var number = new Literal();
        foreach (var instruction in Instructions.Of(method))
        {
            number.See(instruction.Number);
            if (instruction.Text is { } text)
                texts.Add(text);
            if (instruction.Method is not { DeclaringType: { } owner } used)
                continue;
            if (instruction.Code == OpCodes.Newobj)
                leads.AddRange(sends || !IsRequest(owner) ? HandlersOf(owner) : []);
            if (instruction.Code == OpCodes.Newobj && owner.IsAssignableTo(typeof(Exception)))
                codes.UnionWith(CodesOf(owner, texts));
            if (Ours.Contains(owner.Assembly))
                leads.AddRange([used, .. RulesOf(used, number.Value)]);
        }

        codes.UnionWith(texts.Where(t => t.Contains('.', StringComparison.Ordinal) && ProblemCatalog.Find(t) is not null));
        return new Facts([.. codes], leads);
    }

    // What the one table makes of it; a transition names its practice, and the code is made of that.
    private static IEnumerable<string> CodesOf(Type thrown, HashSet<string> texts)
    {
        if (thrown == typeof(InvalidTransitionException))
            return texts.Select(t => t + InvalidTransitionException.CodeEnd).Where(c => ProblemCatalog.Find(c) is not null);
        // These bring a code of their own, which is among the texts.
        if (thrown.IsAssignableTo(typeof(RuleViolationException)) || thrown == typeof(MalformedRequestException))
            return [];
        var problem = ProblemMiddleware.Describe((Exception)RuntimeHelpers.GetUninitializedObject(thrown));
        return problem.Extensions["code"] is string code && problem.Status is >= 400 and < 500 ? [code] : [];
    }

    private static IEnumerable<MethodBase> HandlersOf(Type made) => Handlers[made].Select(h => (MethodBase)h.GetMethod("Handle", [made, typeof(CancellationToken)])!);

    private static bool IsRequest(Type type) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>));

    private static IEnumerable<MethodBase> RulesOf(MethodBase used, long? number) => number is not { } value ? []
        : used.GetParameters().Where(p => p.ParameterType.IsEnum).SelectMany(p => Rules[Enum.ToObject(p.ParameterType, value)]);

    private static IEnumerable<MethodBase> Machine(MethodBase method) =>
        method.GetCustomAttribute<StateMachineAttribute>() is { } machine ? [machine.StateMachineType.GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)!] : [];

    private static IEnumerable<MethodBase> Implementations(MethodBase method)
    {
        if (method is not MethodInfo { IsVirtual: true, DeclaringType: { } owner } called || Dispatched.Contains(Definition(owner)))
            return [];
        if (!owner.IsInterface)
            return Types.Where(t => t != owner && t.IsSubclassOf(owner))
                .Select(t => t.GetMethods(Everything).FirstOrDefault(m => m.GetBaseDefinition() == called.GetBaseDefinition() && m != called)).OfType<MethodBase>();

        return Types.Where(t => t is { IsInterface: false } && !t.IsGenericTypeDefinition)
            .SelectMany(t => t.GetInterfaces().Where(i => Definition(i) == owner).Select(i => (Type: t, Contract: i)))
            .SelectMany(t => Targets(t.Type, t.Contract, called));
    }

    private static IEnumerable<MethodBase> Targets(Type type, Type contract, MethodInfo called)
    {
        var map = type.GetInterfaceMap(contract);
        return map.InterfaceMethods.Zip(map.TargetMethods).Where(p => p.First.MetadataToken == called.MetadataToken).Select(p => (MethodBase)p.Second);
    }

    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static IEnumerable<Type> Around(MethodBase method)
    {
        for (var type = method.DeclaringType; type is not null; type = type.DeclaringType)
            yield return type;
    }

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static MethodBase Definition(MethodBase method)
    {
        if (method is MethodInfo { IsGenericMethod: true } generic)
            method = generic.GetGenericMethodDefinition();
        return method.DeclaringType is { IsGenericType: true, IsGenericTypeDefinition: false } type
            ? MethodBase.GetMethodFromHandle(method.MethodHandle, type.GetGenericTypeDefinition().TypeHandle)! : method;
    }
}
