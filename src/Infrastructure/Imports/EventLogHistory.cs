using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Infrastructure.Imports;

/// <summary>Turns the updates of one incident into an incident of ours with its timeline, and its resolution clock.</summary>
internal sealed class EventLogHistory(ImportDirectory directory, LocalTime time, PriorityMatrix matrix, TimeSpan firstContact, ImportedPromise? promise, string source)
{
    /// <summary>Stands in where the log does not know the caller.</summary>
    public const string UnknownCaller = "Unknown caller";

    public PastIncident Build(IncidentLog log, long number)
    {
        var (first, last) = (log.Rows[0], log.Rows[^1]);
        var openedAt = time.Utc(first.OpenedAt);
        var opening = Opening(first, number);
        var openedBy = first.OpenedBy is { } by ? directory.Person(by) : opening.RequesterId;
        var incident = Incident.Import(opening, first.Priority, new Act(openedBy, openedAt));
        incident.Saved();

        var resolvedAt = last.ResolvedAt is { } resolved ? time.Utc(resolved) : (DateTimeOffset?)null;
        var endsFrom = EndsFrom(log.Rows);
        List<ClockMoment> moments = [new(new Cause(openedAt, 1, "opened"), new ClockOwner(incident.TeamId, null), default)];
        for (var i = 0; i < log.Rows.Count; i++)
        {
            var row = log.Rows[i];
            var act = new Act(row.UpdatedBy is { } person ? directory.Person(person) : UserId.System, time.Utc(row.UpdatedAt));
            var recorded = incident.Replay(Snapshot(row, incident, i == log.Rows.Count - 1), act, new { Source = source, Update = row.Updates });
            var early = i >= endsFrom && resolvedAt is { } end && act.At < end;
            moments.Add(Moment(incident, new Cause(act.At, recorded.Sequence, Word(recorded.Type)), early));
        }

        incident.Conclude(
            new ReplayedEnd(resolvedAt, last.ClosedAt is { } closed ? time.Utc(closed) : null, last.Reopened, last.Reassigned, ResolutionOf(last)),
            matrix, firstContact);
        return new PastIncident(
            incident, promise is null ? [] : [new PastClock(promise.Fold(incident.Id, moments), promise.Policy, promise.Calendars)]);
    }

    /// <summary>Every person of the log's rows, for the directory.</summary>
    public static IEnumerable<string> PeopleOf(EventLogRow row)
    {
        yield return row.Caller ?? UnknownCaller;
        if (row.OpenedBy is { } opener)
            yield return opener;
        if (row.UpdatedBy is { } updater)
            yield return updater;
        if (row.Resolver is { } resolver)
            yield return resolver;
    }

    private NewTicket Opening(EventLogRow first, long number) => new(
        number, Title(first), Description(first), first.Impact, first.Urgency, ChannelOf(first.ContactType), directory.Person(first.Caller ?? UnknownCaller))
    {
        CategoryId = directory.Category(first.Category, first.Subcategory),
        SiteId = directory.Site(first.Location),
        TeamId = first.State == LogState.New ? directory.Team(first.Group) : null,
        CreatedVia = "import",
        ExternalReference = new ExternalReference(source, first.Number),
    };

    private TicketSnapshot Snapshot(EventLogRow row, Incident before, bool last)
    {
        var (team, assignee) = (directory.Team(row.Group), row.Resolver is { } name ? directory.Person(name) : (UserId?)null);
        var (state, waiting) = StateOf(row.State, team, assignee, before);

        // Where it ends up is governed: work belongs to a team.
        if (last && team is null && state is TicketState.Assigned or TicketState.InProgress)
            (state, assignee) = (TicketState.New, null);
        return new TicketSnapshot(
            state,
            new Classification(row.Impact, row.Urgency, null, directory.Category(row.Category, row.Subcategory), directory.Site(row.Location)),
            row.Priority,
            directory.Person(row.Caller ?? UnknownCaller))
        {
            WaitingFor = waiting,
            Team = team,
            Assignee = assignee,
            Resolution = state == TicketState.Closed ? ResolutionOf(row) : null,
        };
    }

    private static (TicketState State, PendingReason? Waiting) StateOf(LogState? state, TeamId? team, UserId? assignee, Incident before) => state switch
    {
        null => (before.State, before.Pending?.Reason),
        LogState.New => (team is not null && assignee is not null ? TicketState.Assigned : TicketState.New, null),
        LogState.Active => (assignee is not null ? TicketState.InProgress : team is not null ? TicketState.Assigned : TicketState.New, null),
        LogState.AwaitingUserInfo or LogState.AwaitingEvidence => (TicketState.Pending, PendingReason.AwaitingRequester),
        LogState.AwaitingProblem => (TicketState.Pending, PendingReason.AwaitingProblem),
        LogState.AwaitingVendor => (TicketState.Pending, PendingReason.AwaitingSupplier),
        LogState.Resolved => (TicketState.Resolved, null),
        _ => (TicketState.Closed, null),
    };

    // The row from which on it stays resolved or closed.
    private static int EndsFrom(List<EventLogRow> rows)
    {
        var first = rows.Count;
        while (first > 0 && rows[first - 1].State is LogState.Resolved or LogState.Closed)
            first--;

        return first;
    }

    // Within its last stretch of being resolved, the ticket's own resolve time is when the promise was kept, not an update before it.
    private ClockMoment Moment(Incident incident, Cause cause, bool early) => new(
        cause,
        new ClockOwner(incident.TeamId, incident.AssigneeId),
        new ClockConditions(
            !incident.IsOpen && !early, false,
            incident.Pending is { } pending && promise?.PausesOn(pending.Reason) == true ? Word(pending.Reason) : null));

    private static string Title(EventLogRow row) =>
        string.Join(" · ", new[] { row.Category, row.Subcategory, row.Symptom }.Where(x => x is not null).Select(x => ImportDirectory.Plain(x!))
            .DefaultIfEmpty($"Incident {row.Number}"));

    private static string Description(EventLogRow row) =>
        row.Symptom is { } symptom ? $"{row.Number}: {ImportDirectory.Plain(symptom)}." : $"{row.Number}.";

    private static Channel ChannelOf(string? contact) => contact?.ToLowerInvariant() switch
    {
        "email" => Channel.Mail,
        "self service" or "self-service" or "direct opening" => Channel.Portal,
        "event" or "monitoring" => Channel.Monitoring,
        _ => Channel.Phone,
    };

    // The codes of the log are anonymous: which of them says what cannot be known.
    private static Resolution ResolutionOf(EventLogRow row) =>
        new(ResolutionCode.Fixed, row.ClosedCode is { } code ? $"Closed with {code}." : "Closed without a code.");

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";
}
