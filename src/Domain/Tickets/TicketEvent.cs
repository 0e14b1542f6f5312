using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.Tickets;

/// <summary>What kind of thing happened to a ticket; the words of its timeline.</summary>
public enum TicketEventType
{
    Opened,
    Assigned,
    Started,
    Held,
    Resumed,
    Resolved,
    Reopened,
    Closed,
    Cancelled,
    Merged,
    Unmerged,
    MergedFrom,
    UnmergedFrom,
    SplitInto,
    SplitFrom,
    FollowedUp,
    MajorDeclared,
    MajorUpdated,
    Joined,
    Commented,
    CommentEdited,
    Redacted,
    FieldsChanged,
    PriorityChanged,
    PriorityOverridden,
    RequesterChanged,
    WatcherAdded,
    WatcherRemoved,
    LinkAdded,
    LinkRemoved,
    TaskAdded,
    TaskChanged,
    WorklogAdded,
    WorklogChanged,
    AttachmentAdded,
    AttachmentRemoved,
    Nudged,
    Escalated,
    Imported,
}

/// <summary>One line of a ticket's timeline: append-only, numbered from 1 within the ticket, never rewritten but to take words out of it.</summary>
public sealed class TicketEvent
{
    /// <summary>How the details of an event are written: camelCase, enums as words, nulls left out.</summary>
    public static readonly JsonSerializerOptions DetailFormat = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private TicketEvent() { }

    internal TicketEvent(Ticket ticket, TicketEventType type, Visibility visibility, Act act, object? details, long sequence)
    {
        (TicketId, Sequence, Version) = (ticket.Id, sequence, ticket.Version);
        (PublicSequence, PublicVersion) = (ticket.PublicEventSequence, ticket.PublicVersion);
        (Type, Visibility, ActorId, At) = (type, visibility, act.By, act.At);
        Details = details is null ? "{}" : JsonSerializer.Serialize(details, DetailFormat);
    }

    public TicketId TicketId { get; private init; }
    public long Sequence { get; private init; }

    /// <summary>The ticket's version that this event came with; several events of one command share it.</summary>
    public long Version { get; private init; }

    /// <summary>Its number among the public events; of an internal one, that of the public one before it.</summary>
    public long PublicSequence { get; private init; }

    /// <summary>What <see cref="Version"/> is for whoever does not read notes.</summary>
    public long PublicVersion { get; private init; }
    public TicketEventType Type { get; private init; }
    public Visibility Visibility { get; private init; }
    public UserId ActorId { get; private init; }

    /// <summary>When it happened; for imported history long before it was recorded.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>A JSON object whose members depend on <see cref="Type"/>; holds ids, never personal values (ruling 31).</summary>
    [Words]
    public string Details { get; private set; } = "{}";

    /// <summary>The kinds of lines that can hold words people wrote.</summary>
    public static readonly IReadOnlyList<TicketEventType> Worded =
    [
        TicketEventType.FieldsChanged, TicketEventType.Resolved, TicketEventType.Reopened, TicketEventType.Cancelled, TicketEventType.PriorityOverridden,
        TicketEventType.MajorDeclared, TicketEventType.MajorUpdated, TicketEventType.TaskAdded, TicketEventType.TaskChanged,
    ];

    /// <summary>The one thing that ever changes on a line: words are taken out of it, and it says so.</summary>
    internal void Redact(IReadOnlyCollection<RedactedPart> parts)
    {
        var details = JsonNode.Parse(Details)!.AsObject();
        var taken = false;
        foreach (var (part, holder, member) in Words())
            taken |= parts.Contains(part) && holder(details)?.Remove(member) == true;
        if (!taken)
            return;

        details["redacted"] = true;
        Details = details.ToJsonString(DetailFormat);
    }

    private IEnumerable<(RedactedPart Part, Func<JsonObject, JsonObject?> Holder, string Member)> Words() => Type switch
    {
        TicketEventType.FieldsChanged =>
        [
            (RedactedPart.Title, d => d["before"] as JsonObject, "title"), (RedactedPart.Description, d => d["before"] as JsonObject, "description"),
        ],
        TicketEventType.Resolved => [(RedactedPart.Resolution, d => d, "text")],
        TicketEventType.Reopened => [(RedactedPart.Remarks, d => d, "text")],
        TicketEventType.Cancelled or TicketEventType.PriorityOverridden => [(RedactedPart.Remarks, d => d, "reason")],
        TicketEventType.MajorDeclared => [(RedactedPart.Remarks, d => d, "summary")],
        TicketEventType.MajorUpdated => [(RedactedPart.Remarks, d => d, "status")],
        TicketEventType.TaskAdded or TicketEventType.TaskChanged => [(RedactedPart.Tasks, d => d, "title")],
        _ => [],
    };
}
