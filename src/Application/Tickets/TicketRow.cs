using ServiceDesk.Application.Common;
using ServiceDesk.Application.Incidents;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Tickets;

/// <summary>A ticket of any practice as lists, queues and views show it.</summary>
public sealed record TicketRow
{
    public required Guid Id { get; init; }
    public required string Reference { get; init; }
    public required Practice Practice { get; init; }
    public required string Title { get; init; }
    public required TicketState State { get; init; }
    public required Impact Impact { get; init; }
    public required Urgency Urgency { get; init; }
    public required Priority Priority { get; init; }
    public required PriorityOverride? PriorityOverride { get; init; }
    public required Channel Channel { get; init; }
    public required RequesterRef Requester { get; init; }
    public required NamedRef? Team { get; init; }
    public required PersonRef? Assignee { get; init; }
    public required NamedRef? Service { get; init; }
    public required NamedRef? Category { get; init; }
    public required NamedRef? Site { get; init; }
    public required TicketRef? Parent { get; init; }
    public required PendingResponse? Pending { get; init; }
    public required bool Major { get; init; }
    public required bool Restricted { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The earliest deadline of a running clock; null when none runs.</summary>
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>The clock that falls due next, or the one that is paused.</summary>
    public required ClockSummary? ServiceLevel { get; init; }

    /// <summary>By when it is promised to be solved; null when nothing is promised, its clock stands still or has ended.</summary>
    public required DateTimeOffset? ResolutionDueAt { get; init; }

    /// <summary>The newest message, or note where the caller reads notes; null while nobody wrote.</summary>
    public required LastMessage? LastMessage { get; init; }

    /// <summary>Somebody else wrote it, the caller has not read it yet (PUT /tickets/{id}/read), and the ticket is not closed.</summary>
    public required bool Unread { get; init; }
    public required int ReopenCount { get; init; }
    public required int ReassignmentCount { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required DateTimeOffset? ResolvedAt { get; init; }
    public required DateTimeOffset? ClosedAt { get; init; }
    public required long Version { get; init; }
}

/// <summary>The person affected, with the mark of those who are called first.</summary>
public sealed record RequesterRef(Guid Id, string Name, bool Vip);

/// <summary>Who wrote last, and how it begins: at most 140 characters in one line.</summary>
public sealed record LastMessage(DateTimeOffset At, PersonRef By, Visibility Visibility, string Words)
{
    private const int MaxLength = 140;

    internal static string Begin(string body)
    {
        var line = string.Join(' ', body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= MaxLength)
            return line;

        // A character that takes two places is not cut in half.
        var end = char.IsHighSurrogate(line[MaxLength - 2]) ? MaxLength - 2 : MaxLength - 1;
        return line[..end].TrimEnd() + "…";
    }
}

/// <summary>One clock in a line of a list.</summary>
public sealed record ClockSummary(
    string Target, string State, DateTimeOffset? DueAt, long RemainingSeconds, double UsedShare, DateTimeOffset? BreachedAt, DateTimeOffset? PausedSince);

/// <summary>A row as the database gives it.</summary>
internal sealed record TicketLine
{
    public Guid Id { get; init; }
    public string Reference { get; init; } = "";
    public string Practice { get; init; } = "";
    public string Title { get; init; } = "";
    public string State { get; init; } = "";
    public string Impact { get; init; } = "";
    public string Urgency { get; init; } = "";
    public string Priority { get; init; } = "";
    public string? OverridePriority { get; init; }
    public string? OverrideReason { get; init; }
    public string Channel { get; init; } = "";
    public Guid RequesterId { get; init; }
    public string RequesterName { get; init; } = "";
    public bool RequesterVip { get; init; }
    public Guid? TeamId { get; init; }
    public string? TeamName { get; init; }
    public Guid? AssigneeId { get; init; }
    public string? AssigneeName { get; init; }
    public Guid? ServiceId { get; init; }
    public string? ServiceName { get; init; }
    public Guid? CategoryId { get; init; }
    public string? CategoryName { get; init; }
    public Guid? SiteId { get; init; }
    public string? SiteName { get; init; }
    public Guid? ParentId { get; init; }
    public string? ParentReference { get; init; }
    public string? ParentTitle { get; init; }
    public string? PendingReason { get; init; }
    public DateTimeOffset? PendingUntil { get; init; }
    public DateTimeOffset? PendingSince { get; init; }
    public bool Major { get; init; }
    public bool Restricted { get; init; }
    public string[] Tags { get; init; } = [];
    public DateTimeOffset DueAt { get; init; }
    public int ReopenCount { get; init; }
    public int ReassignmentCount { get; init; }
    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset? ResolvedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public long Version { get; init; }
    public double Score { get; init; }
    public string? ClockTarget { get; init; }
    public string? ClockState { get; init; }
    public DateTimeOffset? ClockAsOf { get; init; }
    public long? ClockElapsed { get; init; }
    public DateTimeOffset? ClockDueAt { get; init; }
    public DateTimeOffset? ClockBreachedAt { get; init; }
    public DateTimeOffset? ClockPausedSince { get; init; }
    public long? ClockTargetSeconds { get; init; }
    public DateTimeOffset? ResolutionDueAt { get; init; }
    public Guid? ClockCalendarId { get; init; }
    public int? ClockCalendarVersion { get; init; }
    public DateTimeOffset? MessageAt { get; init; }
    public Guid? MessageById { get; init; }
    public string? MessageBy { get; init; }
    public string? MessageVisibility { get; init; }
    public string? MessageWords { get; init; }
    public DateTimeOffset? ReadUntil { get; init; }

    /// <summary>The version of the calendar its clock counts by; null without a clock.</summary>
    public (CalendarId Id, int Version)? Calendar => ClockCalendarId is { } id ? (new CalendarId(id), ClockCalendarVersion!.Value) : null;

    /// <summary>What a cursor keeps of a column.</summary>
    public string Key(string column) => column switch
    {
        "id" => Id.ToString(),
        "reference" => Reference,
        "priority" => Priority,
        "due_at" => DueAt.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        "opened_at" => OpenedAt.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        "updated_at" => UpdatedAt.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        _ => Score.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
    };

    public TicketRow ToRow(Func<CalendarId, int, BusinessCalendar> calendars, Guid reader, DateTimeOffset now) => new()
    {
        Id = Id,
        Reference = Reference,
        Practice = Word<Practice>(Practice),
        Title = Title,
        State = Word<TicketState>(State),
        Impact = Word<Impact>(Impact),
        Urgency = Word<Urgency>(Urgency),
        Priority = Word<Priority>(Priority),
        PriorityOverride = OverridePriority is { } by ? new PriorityOverride(Word<Priority>(by), OverrideReason ?? "") : null,
        Channel = Word<Channel>(Channel),
        Requester = new RequesterRef(RequesterId, RequesterName, RequesterVip),
        Team = TeamId is { } team ? new NamedRef(team, TeamName ?? "") : null,
        Assignee = AssigneeId is { } assignee ? new PersonRef(assignee, AssigneeName ?? "") : null,
        Service = ServiceId is { } service ? new NamedRef(service, ServiceName ?? "") : null,
        Category = CategoryId is { } category ? new NamedRef(category, CategoryName ?? "") : null,
        Site = SiteId is { } site ? new NamedRef(site, SiteName ?? "") : null,
        Parent = ParentId is { } parent && ParentReference is not null ? new TicketRef(parent, ParentReference, ParentTitle!) : null,
        Pending = PendingReason is { } reason ? new PendingResponse(Word<PendingReason>(reason), PendingUntil, PendingSince ?? UpdatedAt) : null,
        Major = Major,
        Restricted = Restricted,
        Tags = Tags,
        DueAt = DueAt == DateTimeOffset.MaxValue ? null : DueAt,
        ServiceLevel = Calendar is { } calendar ? Clock(calendars(calendar.Id, calendar.Version), now) : null,
        ResolutionDueAt = ResolutionDueAt,
        LastMessage = MessageAt is { } at
            ? new LastMessage(at, new PersonRef(MessageById!.Value, MessageBy ?? ""), Word<Visibility>(MessageVisibility!), LastMessage.Begin(MessageWords!))
            : null,
        Unread = MessageAt > (ReadUntil ?? DateTimeOffset.MinValue) && MessageById != reader && State is not ("closed" or "cancelled"),
        ReopenCount = ReopenCount,
        ReassignmentCount = ReassignmentCount,
        OpenedAt = OpenedAt,
        UpdatedAt = UpdatedAt,
        ResolvedAt = ResolvedAt,
        ClosedAt = ClosedAt,
        Version = Version,
    };

    // As of now: what was used up to the clock's last entry and, while it runs, since.
    private ClockSummary Clock(BusinessCalendar calendar, DateTimeOffset now)
    {
        var (running, target) = (ClockState == "running", ClockTargetSeconds!.Value);
        var used = ClockElapsed!.Value + (running ? (long)calendar.Between(ClockAsOf!.Value, now).TotalSeconds : 0);
        var breach = ClockBreachedAt ?? (running && ClockDueAt <= now ? ClockDueAt : null);

        return new ClockSummary(ClockTarget!, ClockState!, ClockDueAt, target - used, (double)used / target, breach, ClockPausedSince);
    }

    // Outside the model the database gives words, as it keeps them.
    private static T Word<T>(string word)
        where T : struct, Enum => Enum.Parse<T>(word, ignoreCase: true);
}
