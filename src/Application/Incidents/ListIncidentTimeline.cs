using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>
/// Everything that happened to an incident and to the duplicates merged into it, by time; what is internal only for those who
/// read notes. Sorted by "at" or, newest first, by "-at".
/// </summary>
[Permission(Permissions.IncidentsRead)]
public sealed record ListIncidentTimeline(TicketKey Incident, TimelineKind Kind, string Sort, int Limit, string? Cursor) : IQuery<Page<TimelineEntry>>;

/// <summary>Which entries: all; the public messages (comments, resolution, reopening, updates of a major); the notes; or the changes alone.</summary>
public enum TimelineKind
{
    All,
    Public,
    Notes,
    Changes,
}

/// <summary>One line of a timeline.</summary>
public sealed record TimelineEntry
{
    /// <summary>Its number within its ticket, among those the caller may read.</summary>
    public required long Sequence { get; init; }
    public required TicketEventType Type { get; init; }
    public required Visibility Visibility { get; init; }
    public required PersonRef By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The version the ticket reached with it.</summary>
    public required long Version { get; init; }

    /// <summary>Members depend on the type; they hold ids, never names.</summary>
    public required JsonElement Details { get; init; }

    /// <summary>The names of the ids in <see cref="Details"/>, as far as the caller may know them.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    /// <summary>The message or note, for the entry that says it was written.</summary>
    public required CommentResponse? Comment { get; init; }

    /// <summary>The duplicate it happened to, when that was merged into this incident.</summary>
    public required TicketRef? MergedFrom { get; init; }
}

internal sealed class ListIncidentTimelineValidator : AbstractValidator<ListIncidentTimeline>
{
    public ListIncidentTimelineValidator()
    {
        RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
        RuleFor(x => x.Sort).Must(s => s is "at" or "-at").WithMessage("Sort by at or -at.");
        RuleFor(x => x.Kind).IsInEnum();
    }
}

internal sealed class ListIncidentTimelineHandler(
    IServiceDeskDb db, ICurrentUser user, ConversationScope scope, CommentReader comments, TicketsInDetails tickets, NamesInDetails naming)
    : IRequestHandler<ListIncidentTimeline, Page<TimelineEntry>>
{
    private static readonly TicketEventType[] Messages =
        [TicketEventType.Commented, TicketEventType.Resolved, TicketEventType.Reopened, TicketEventType.MajorUpdated];

    public async Task<Page<TimelineEntry>> Handle(ListIncidentTimeline request, CancellationToken ct)
    {
        var conversation = await scope.OfAsync<Incident>(request.Incident, ct);
        var events = After(OfKind(Readable(conversation.All), request.Kind), request);
        var rows = await events.Take(request.Limit + 1)
            .Select(e => new Row(e, db.Users.Where(u => u.Id == e.ActorId).Select(u => u.Name).FirstOrDefault() ?? ""))
            .ToListAsync(ct);

        var page = rows.ToPage(request.Limit, request.Sort, r => [Keyset.Text(r.Event.At), r.Event.TicketId.Value.ToString(), Keyset.Text(PublicOnly ? r.Event.PublicSequence : r.Event.Sequence)]);
        return new Page<TimelineEntry>(await EntriesAsync(page.Items, conversation, ct), page.NextCursor);
    }

    private IQueryable<TicketEvent> Readable(IReadOnlyList<TicketId> tickets) =>
        db.Set<TicketEvent>().AsNoTracking().Where(e => tickets.Contains(e.TicketId)).ReadableBy(user, db);

    private static IQueryable<TicketEvent> OfKind(IQueryable<TicketEvent> events, TimelineKind kind) => kind switch
    {
        TimelineKind.Public => events.Where(e => e.Visibility == Visibility.Public && Messages.Contains(e.Type)),
        TimelineKind.Notes => events.Where(e => e.Visibility == Visibility.Internal && e.Type == TicketEventType.Commented),
        TimelineKind.Changes => events.Where(e => e.Type != TicketEventType.Commented),
        _ => events,
    };

    private IQueryable<TicketEvent> After(IQueryable<TicketEvent> events, ListIncidentTimeline request)
    {
        var cursor = Cursor.Parse(request.Cursor, request.Sort, 3);
        var (at, ticket, sequence) = cursor is null ? default : (cursor.Instant(0), new TicketId(cursor.Id(1)), cursor.Number(2));
        if (request.Sort == "at")
        {
            if (cursor is not null)
                events = events.Where(e => EF.Functions.GreaterThan(
                    ValueTuple.Create(e.At, e.TicketId, PublicOnly ? e.PublicSequence : e.Sequence), ValueTuple.Create(at, ticket, sequence)));
            return events.OrderBy(e => e.At).ThenBy(e => e.TicketId).ThenBy(e => e.Sequence);
        }

        if (cursor is not null)
            events = events.Where(e => EF.Functions.LessThan(
                ValueTuple.Create(e.At, e.TicketId, PublicOnly ? e.PublicSequence : e.Sequence), ValueTuple.Create(at, ticket, sequence)));
        return events.OrderByDescending(e => e.At).ThenByDescending(e => e.TicketId).ThenByDescending(e => e.Sequence);
    }

    // A cursor can be read: it counts what its holder may count.
    private bool PublicOnly => user.ReachOf(Permissions.CommentsReadInternal).IsNone;

    private async Task<IReadOnlyList<TimelineEntry>> EntriesAsync(IReadOnlyList<Row> rows, Conversation conversation, CancellationToken ct)
    {
        var parsed = await tickets.KnownAsync(rows.Select(r => r.Event.Details), ct);
        var names = await naming.FindAsync(parsed, ct);
        var written = parsed.Where((_, i) => rows[i].Event.Type == TicketEventType.Commented).Select(d => d.GetProperty("comment").GetGuid()).ToList();
        var bodies = written.Count == 0
            ? []
            : (await comments.ListAsync(comments.Readable(conversation.All).Where(c => written.Contains(c.Id)), conversation, ct)).ToDictionary(c => c.Id);
        var noted = await db.WithNotesAsync(user, conversation.All, ct);
        return [.. rows.Select((r, i) => ToEntry(r, parsed[i], names, bodies, conversation, noted.Contains(r.Event.TicketId)))];
    }

    private static TimelineEntry ToEntry(
        Row row, JsonElement details, Dictionary<Guid, string> names, Dictionary<Guid, CommentResponse> bodies, Conversation conversation, bool noted) => new()
        {
            Sequence = noted ? row.Event.Sequence : row.Event.PublicSequence,
            Type = row.Event.Type,
            Visibility = row.Event.Visibility,
            By = new PersonRef(row.Event.ActorId.Value, row.Actor),
            At = row.Event.At,
            Version = noted ? row.Event.Version : row.Event.PublicVersion,
            Details = details,
            Names = NamesInDetails.In(details).Where(names.ContainsKey).ToDictionary(id => id, id => names[id]),
            Comment = row.Event.Type == TicketEventType.Commented ? bodies.GetValueOrDefault(details.GetProperty("comment").GetGuid()) : null,
            MergedFrom = conversation.MergedFrom(row.Event.TicketId),
        };

    private sealed record Row(TicketEvent Event, string Actor);
}
