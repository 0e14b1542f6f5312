using System.Text.Json;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.ServiceLevels;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>An incident as every reader and every command gets it.</summary>
public sealed record IncidentResponse : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>What people say aloud: INC-000123.</summary>
    public required string Reference { get; init; }
    public required string Title { get; init; }

    /// <summary>Markdown, as it was sent.</summary>
    public required string Description { get; init; }
    public required TicketState State { get; init; }
    public required Impact Impact { get; init; }
    public required Urgency Urgency { get; init; }
    public required Priority Priority { get; init; }
    public required PriorityOverride? PriorityOverride { get; init; }
    public required Channel Channel { get; init; }
    public required string CreatedVia { get; init; }
    public required PersonRef Requester { get; init; }
    public required PersonRef OpenedBy { get; init; }
    public required NamedRef? Team { get; init; }
    public required PersonRef? Assignee { get; init; }
    public required NamedRef? Supplier { get; init; }
    public required NamedRef? Service { get; init; }
    public required NamedRef? Category { get; init; }
    public required NamedRef? Site { get; init; }
    public required IReadOnlyList<ConfigurationItemRef> ConfigurationItems { get; init; }
    public required TicketRef? Parent { get; init; }
    public required TicketRef? MergedInto { get; init; }
    public required TicketRef? FollowUpOf { get; init; }
    public required bool Restricted { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>By the key of the field's definition.</summary>
    public required JsonElement CustomFields { get; init; }
    public required ExternalReference? ExternalReference { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required DateTimeOffset? ResolvedAt { get; init; }
    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When a resolved incident is closed by itself; null in every other state, and where nothing is closed by itself.</summary>
    public required DateTimeOffset? ClosesAt { get; init; }
    public required int ReopenCount { get; init; }
    public required int ReassignmentCount { get; init; }
    public required PendingResponse? Pending { get; init; }
    public required Resolution? Resolution { get; init; }
    public required MajorIncidentResponse? Major { get; init; }
    public required IReadOnlyList<ServiceLevelResponse> ServiceLevels { get; init; }

    /// <summary>What the caller may do now, as URL verbs.</summary>
    public required IReadOnlyList<string> AllowedTransitions { get; init; }

    /// <summary>What the lifecycle would allow but a rule or right refuses the caller, with the code of the refusal.</summary>
    public required IReadOnlyList<RefusedTransition> RefusedTransitions { get; init; }

    /// <summary>Counts public messages and state changes; send it with a reply to learn of newer ones.</summary>
    public required long ConversationVersion { get; init; }

    /// <summary>Grows by one with every change that the caller can know of; the ETag.</summary>
    public required long Version { get; init; }
}

/// <summary>What it waits for, and until when if that was said.</summary>
public sealed record PendingResponse(PendingReason Reason, DateTimeOffset? Until, DateTimeOffset Since);

/// <summary>A configuration item named in an answer.</summary>
public sealed record ConfigurationItemRef(Guid Id, string Name, string Type);

/// <summary>Who leads a major incident and what is known.</summary>
public sealed record MajorIncidentResponse(PersonRef Lead, string Summary, DateTimeOffset DeclaredAt, string? Status, DateTimeOffset? NextUpdateAt);
