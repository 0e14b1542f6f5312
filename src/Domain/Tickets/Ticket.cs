using System.Globalization;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Configuration;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.Tickets;

/// <summary>What the four practices share: a reference, people, a priority, a timeline and a conversation.</summary>
public abstract partial class Ticket : AggregateRoot, IVersioned
{
    public const int TitleMaxLength = 200;
    public const int DescriptionMaxLength = 50_000;
    public const int TagMaxLength = 50;
    public const int MaxTags = 30;

    private readonly List<TicketEvent> timeline = [];
    private readonly List<Comment> comments = [];
    private readonly List<Watcher> watchers = [];
    private readonly List<TicketItem> items = [];
    private bool touched;
    private bool touchedPublicly;

    public TicketId Id { get; protected init; }
    public abstract Practice Practice { get; }

    /// <summary>The name people say aloud: INC-000123.</summary>
    public string Reference { get; protected init; } = "";
    [Words]
    public string Title { get; private set; } = "";

    [Words]
    public string Description { get; private set; } = "";
    public TicketState State { get; protected set; }
    public Impact Impact { get; private set; }
    public Urgency Urgency { get; private set; }
    public Priority Priority { get; private set; }
    public PriorityOverride? PriorityOverride { get; private set; }
    public Channel Channel { get; private init; }

    /// <summary>By what door it came: "session", "token", "import", "system".</summary>
    public string CreatedVia { get; private init; } = "session";

    /// <summary>The person affected.</summary>
    public UserId RequesterId { get; private set; }

    /// <summary>The person who wrote it down; the requester themselves in the portal.</summary>
    public UserId OpenedById { get; private init; }
    public TeamId? TeamId { get; protected set; }
    public UserId? AssigneeId { get; protected set; }
    public ServiceId? ServiceId { get; private set; }
    public CategoryId? CategoryId { get; private set; }
    public SiteId? SiteId { get; private set; }
    public TicketId? ParentId { get; private set; }
    public TicketId? MergedIntoId { get; protected set; }
    public TicketId? FollowUpOfId { get; private init; }
    public bool Restricted { get; private set; }
    public string[] Tags { get; private set; } = [];

    /// <summary>A JSON object by the key of the field's definition.</summary>
    [Words]
    public string CustomFields { get; private set; } = "{}";
    public ExternalReference? ExternalReference { get; private init; }
    public PendingWait? Pending { get; protected set; }
    public Resolution? Resolution { get; protected set; }
    public DateTimeOffset OpenedAt { get; private init; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public DateTimeOffset? ResolvedAt { get; protected set; }
    public DateTimeOffset? ClosedAt { get; protected set; }
    public int ReopenCount { get; protected set; }
    public int ReassignmentCount { get; protected set; }

    /// <summary>The earliest deadline of a running clock; <see cref="DateTimeOffset.MaxValue"/> when none runs, so that it sorts last.</summary>
    public DateTimeOffset DueAt { get; private set; } = DateTimeOffset.MaxValue;
    public long Version { get; private set; }

    /// <summary>
    /// The version for whoever does not read notes: it counts the commands they can know of, so that no note, worklog or task shows in it
    /// (ruling 16).
    /// </summary>
    public long PublicVersion { get; private set; }

    /// <summary>When something happened last that everybody who sees the ticket can know of.</summary>
    public DateTimeOffset PublicUpdatedAt { get; private set; }

    /// <summary>Counts public messages and state changes, so that a reply can tell that it is out of date.</summary>
    public long ConversationVersion { get; private set; }

    /// <summary>The number of the latest timeline event.</summary>
    public long EventSequence { get; private set; }

    /// <summary>How many of the timeline's events are public.</summary>
    public long PublicEventSequence { get; private set; }
    public IReadOnlyList<TicketEvent> Timeline => timeline;
    public IReadOnlyList<Comment> Comments => comments;
    public IReadOnlyList<Watcher> Watchers => watchers;
    public IReadOnlyList<TicketItem> Items => items;

    public bool IsOpen => State is not (TicketState.Resolved or TicketState.Closed or TicketState.Cancelled);

    protected Ticket() { }

    protected Ticket(NewTicket opening, Priority priority, Act act)
    {
        Id = TicketId.New(act.At);
        Reference = FormatReference(Practice, opening.Number);
        Title = opening.Title.Trim();
        Description = opening.Description ?? "";
        (Impact, Urgency, Priority, Channel) = (opening.Impact, opening.Urgency, priority, opening.Channel);
        (RequesterId, OpenedById, OpenedAt) = (opening.RequesterId, act.By, act.At);
        (ServiceId, CategoryId, SiteId, TeamId) = (opening.ServiceId, opening.CategoryId, opening.SiteId, opening.TeamId);
        (ParentId, FollowUpOfId, Restricted, ExternalReference) = (opening.ParentId, opening.FollowUpOfId, opening.Restricted, opening.ExternalReference);
        CreatedVia = opening.CreatedVia;
        Tags = Normalised(opening.Tags);
        CustomFields = opening.CustomFields ?? "{}";
        items.AddRange((opening.ConfigurationItemIds ?? []).Distinct().Select(item => new TicketItem(Id, item)));
        Record(TicketEventType.Opened, act, new
        {
            State,
            Priority,
            Impact,
            Urgency,
            Channel,
            Requester = RequesterId.Value,
            Team = TeamId?.Value,
        });
        ConversationVersion = 1;
        Raise(new TicketOpened(Id, Version, act.By, act.At, Practice));
    }

    /// <summary>INC-000123: the practice's prefix and at least six digits.</summary>
    public static string FormatReference(Practice practice, long number) => Prefix(practice) + "-" + number.ToString("D6", CultureInfo.InvariantCulture);

    public static string Prefix(Practice practice) => practice switch
    {
        Practice.Incident => "INC",
        Practice.Request => "REQ",
        Practice.Problem => "PRB",
        _ => "CHG",
    };

    /// <summary>Appends to the timeline; the first event of a command moves the version on by one (ruling 3).</summary>
    protected TicketEvent Record(TicketEventType type, Act act, object? details = null, Visibility visibility = Visibility.Public)
    {
        if (!touched)
        {
            Version++;
            touched = true;
        }

        UpdatedAt = act.At > UpdatedAt ? act.At : UpdatedAt;
        if (visibility == Visibility.Public)
            TouchedPublicly(act);
        var recorded = new TicketEvent(this, type, visibility, act, details, ++EventSequence);
        timeline.Add(recorded);
        return recorded;
    }

    private void TouchedPublicly(Act act)
    {
        if (!touchedPublicly)
        {
            PublicVersion++;
            touchedPublicly = true;
        }

        PublicEventSequence++;
        PublicUpdatedAt = act.At > PublicUpdatedAt ? act.At : PublicUpdatedAt;
    }

    /// <summary>The clocks moved: the queue sorts by this. Neither the version nor updatedAt move with it.</summary>
    public void Due(DateTimeOffset? nextDueAt) => DueAt = nextDueAt ?? DateTimeOffset.MaxValue;

    /// <summary>The command is saved: the next one gets a version of its own.</summary>
    public void Saved() => touched = touchedPublicly = false;

    protected void ConversationMoved() => ConversationVersion++;

    private static string[] Normalised(IEnumerable<string>? tags)
    {
        string[] clean = [.. (tags ?? []).Select(t => t.Trim().ToLowerInvariant()).Where(t => t.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        if (clean.Length > MaxTags || clean.Any(t => t.Length > TagMaxLength))
            throw RuleViolationException.Meaning("ticket.tags", $"At most {MaxTags} tags of at most {TagMaxLength} characters.");

        return clean;
    }
}

/// <summary>Somebody who follows a ticket, and is told of public messages.</summary>
public sealed class Watcher
{
    private Watcher() { }

    internal Watcher(TicketId ticket, UserId user) => (TicketId, UserId) = (ticket, user);

    public TicketId TicketId { get; private init; }
    public UserId UserId { get; private init; }
}

/// <summary>A configuration item a ticket is about.</summary>
public sealed class TicketItem
{
    private TicketItem() { }

    internal TicketItem(TicketId ticket, ConfigurationItemId item) => (TicketId, ConfigurationItemId) = (ticket, item);

    public TicketId TicketId { get; private init; }
    public ConfigurationItemId ConfigurationItemId { get; private init; }
}

/// <summary>Everything a new ticket of any practice is opened with.</summary>
public sealed record NewTicket(long Number, string Title, string? Description, Impact Impact, Urgency Urgency, Channel Channel, UserId RequesterId)
{
    public ServiceId? ServiceId { get; init; }
    public CategoryId? CategoryId { get; init; }
    public SiteId? SiteId { get; init; }
    public TeamId? TeamId { get; init; }
    public TicketId? ParentId { get; init; }
    public TicketId? FollowUpOfId { get; init; }
    public bool Restricted { get; init; }
    public string CreatedVia { get; init; } = "session";
    public IReadOnlyList<string>? Tags { get; init; }
    public string? CustomFields { get; init; }
    public ExternalReference? ExternalReference { get; init; }
    public IReadOnlyList<ConfigurationItemId>? ConfigurationItemIds { get; init; }
}
