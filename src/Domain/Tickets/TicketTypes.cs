using ServiceDesk.Domain.Common;

namespace ServiceDesk.Domain.Tickets;

public readonly record struct TicketId(Guid Value) : ITypedId<TicketId>
{
    public static TicketId From(Guid value) => new(value);

    public static TicketId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

/// <summary>The ITIL practice a ticket belongs to; decides its lifecycle and the prefix of its reference.</summary>
public enum Practice
{
    Incident,
    Request,
    Problem,
    Change,
}

/// <summary>Every state of every practice; which of them a ticket may be in is said by its practice's lifecycle.</summary>
public enum TicketState
{
    New,
    Assigned,
    InProgress,
    Pending,
    Resolved,
    Closed,
    Cancelled,
}

/// <summary>How a ticket came in.</summary>
public enum Channel
{
    Portal,
    Mail,
    Phone,
    Api,
    Monitoring,
    Maintenance,
}

public enum Impact
{
    High = 1,
    Medium,
    Low,
}

public enum Urgency
{
    High = 1,
    Medium,
    Low,
}

/// <summary>P1 is the most pressing; the natural order puts it first (ruling 4).</summary>
public enum Priority
{
    P1 = 1,
    P2,
    P3,
    P4,
    P5,
}

/// <summary>What a pending ticket waits for.</summary>
public enum PendingReason
{
    AwaitingRequester,
    AwaitingSupplier,
    AwaitingChange,
    AwaitingProblem,
    AwaitingParts,
    Scheduled,
}

public enum ResolutionCode
{
    Fixed,
    Workaround,
    NotReproducible,
    UserError,
    Duplicate,
    NoActionNeeded,
    ChangedByOthers,
}

/// <summary>Who may read it: everybody who sees the ticket, or only those with comments.readInternal (ruling 16).</summary>
public enum Visibility
{
    Public,
    Internal,
}

/// <summary>What a ticket waits for, since when, and until when if that was said.</summary>
public sealed record PendingWait(PendingReason Reason, DateTimeOffset? Until, DateTimeOffset Since);

/// <summary>How a ticket was resolved; the text is shown to the requester.</summary>
public sealed record Resolution(ResolutionCode Code, [property: Words] string Text)
{
    public const int TextMaxLength = 20_000;
}

/// <summary>A priority set by hand against the matrix, with the reason that reports show.</summary>
public sealed record PriorityOverride(Priority Priority, [property: Words] string Reason)
{
    public const int ReasonMaxLength = 500;
}

/// <summary>The ticket's name in another system; unique per system.</summary>
public sealed record ExternalReference(string System, string Id)
{
    public const int PartMaxLength = 100;
}
