namespace ServiceDesk.Domain.Common;

/// <summary>What a rule of the domain was broken by: the state of things (409), the meaning of the request (422) or who asks (403).</summary>
public enum RuleKind
{
    State,
    Meaning,
    Right,
}

/// <summary>A rule of the business forbids this. <see cref="Code"/> is stable and documented.</summary>
public class RuleViolationException : Exception
{
    public RuleViolationException(string code, string message, RuleKind kind = RuleKind.State)
        : base(message)
    {
        Code = code;
        Kind = kind;
    }

    public string Code { get; }

    public RuleKind Kind { get; }

    /// <summary>The path of the one member of the request that it is about, when there is one.</summary>
    public string? Member { get; private init; }

    /// <summary>Where several members are wrong in the same way: what is wrong with each, by its path.</summary>
    public IReadOnlyDictionary<string, string>? Members { get; private init; }

    /// <summary>The request lacks or misuses several members at once: 422, which tells them all.</summary>
    public static RuleViolationException Meaning(string code, IReadOnlyDictionary<string, string> members)
    {
        ArgumentNullException.ThrowIfNull(members);

        return new(code, string.Join(" ", members.Values), RuleKind.Meaning) { Members = members };
    }

    /// <summary>The request contradicts itself or names something unfit: 422.</summary>
    public static RuleViolationException Meaning(string code, string message, string? member = null) =>
        new(code, message, RuleKind.Meaning) { Member = member };
}

/// <summary>The lifecycle does not lead from here by this transition.</summary>
public sealed class InvalidTransitionException(string practice, string state, string transition, IReadOnlyList<string> allowed)
    : RuleViolationException(
        practice + CodeEnd,
        $"'{transition}' is not possible while the {practice} is {state}. Possible: {(allowed.Count == 0 ? "nothing" : string.Join(", ", allowed))}.")
{
    /// <summary>Every practice has a code of its own that ends like this.</summary>
    public const string CodeEnd = ".transition_not_allowed";

    public string State { get; } = state;

    public string Transition { get; } = transition;

    public IReadOnlyList<string> Allowed { get; } = allowed;
}
