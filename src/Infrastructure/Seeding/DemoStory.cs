using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Imports;

namespace ServiceDesk.Infrastructure.Seeding;

/// <summary>Tells one incident of the log as if it had happened here: our people and words, the log's course of events.</summary>
internal sealed class DemoStory(DemoTexts texts, DemoCast cast, DemoEstate estate, DemoMoment moment, PriorityMatrix matrix, IncidentLog log, int weeksBack)
{
    private readonly DemoCategory category = DemoChance.Pick(texts.Categories, log.Rows[0].Category + "/" + log.Rows[0].Subcategory);
    private readonly List<string> groups = [];
    private int answered;
    private bool greeted;

    public Incident Tell(long number, UserId? requesterIs)
    {
        var topic = DemoChance.Pick(category.Topics, log.Number + "topic");
        var requester = requesterIs ?? cast.Requester(log.Rows[0].Caller ?? log.Number);
        var language = cast.LanguageOf(requester);
        var told = DemoChance.Pick(topic.Problems, log.Number + "problem");
        var problem = told.In(language);
        var channel = ChannelOf(category.Key, requesterIs is not null);
        var openedBy = channel == Channel.Phone ? cast.Technician("service-desk", log.Number + "by") : requester;
        var openedAt = moment.Move(log.Rows[0].OpenedAt, weeksBack);
        var opening = new NewTicket(
            number, Fill(problem.Title, requester), Fill(problem.Description, requester), log.Rows[0].Impact, log.Rows[0].Urgency, channel, requester)
        {
            ServiceId = estate.Service(topic.Key, log.Number),
            CategoryId = cast.Category(topic),
            SiteId = cast.PlaceOf(requester),
            TeamId = cast.Team(TeamOf(log.Rows[0].Group)),
            CreatedVia = "import",
            ConfigurationItemIds = estate.Item(topic.Key, requester, cast.SiteNameOf(requester), log.Number) is { } item ? [item] : null,
            Tags = estate.Tags(told, log.Number),
            ExternalReference = new ExternalReference(DemoIncidents.Source, log.Number),
        };
        var incident = Incident.Import(opening, log.Rows[0].Priority, new Act(openedBy, openedAt));
        incident.Saved();
        foreach (var row in log.Rows.TakeWhile(r => moment.IsPast(r.UpdatedAt, weeksBack)))
            Follow(incident, row, Fill(problem.Resolution, requester), language);

        Conclude(incident);
        return incident;
    }

    private void Follow(Incident incident, EventLogRow row, string resolution, string language)
    {
        var at = moment.Move(row.UpdatedAt, weeksBack);
        at = at > incident.UpdatedAt ? at : incident.UpdatedAt;
        var team = TeamOf(row.Group);
        var assignee = row.Resolver is { } name || row.State is LogState.Resolved ? cast.Technician(team, (row.Resolver ?? log.Number) + team) : (UserId?)null;
        var (state, waiting) = StateOf(row.State, assignee, incident);
        var to = new TicketSnapshot(
            state, new Classification(row.Impact, row.Urgency, incident.ServiceId, incident.CategoryId, incident.SiteId), row.Priority, incident.RequesterId)
        {
            WaitingFor = waiting,
            Team = cast.Team(team),
            Assignee = assignee,
            Resolution = state == TicketState.Resolved ? new Resolution(CodeOf(), resolution) : null,
        };
        var (before, from) = (incident.State, incident.TeamId);
        Converse(incident, to, before, at, language);
        var by = state == TicketState.Closed ? incident.RequesterId : assignee ?? incident.AssigneeId ?? cast.Technician(team, log.Number);
        incident.Replay(to, new Act(by, at));
        if (from != incident.TeamId && incident.IsOpen && assignee is { } giver)
            Say(incident, "handover", giver, at.AddSeconds(20), language, Visibility.Internal);
    }

    // What is said stands just before what is done about it, or goes with it.
    private void Converse(Incident incident, TicketSnapshot to, TicketState before, DateTimeOffset at, string language)
    {
        var technician = to.Assignee ?? incident.AssigneeId;
        var soon = at.AddSeconds(-40) > incident.UpdatedAt ? at.AddSeconds(-40) : incident.UpdatedAt;
        if (technician is { } first && !greeted && incident.IsOpen && to.State != TicketState.New && Chance("hello") % 10 < 8)
            Say(incident, "hello", first, soon, language);
        if (to.State == TicketState.Pending && before != TicketState.Pending && technician is { } asker)
            Say(incident, to.WaitingFor switch
            {
                PendingReason.AwaitingSupplier => "supplier",
                PendingReason.AwaitingProblem => "problem",
                _ => "ask",
            }, asker, soon, language);
        else if (before == TicketState.Pending && to.State is not TicketState.Pending && incident.Pending?.Reason == PendingReason.AwaitingRequester)
            Say(incident, "answer", incident.RequesterId, soon, language);
        else if (before is TicketState.Resolved && to.State is not (TicketState.Resolved or TicketState.Closed))
            Say(incident, "reopen", incident.RequesterId, soon, language);
        else if (before == TicketState.Resolved && to.State == TicketState.Closed && Chance("thanks") % 3 == 0)
            Say(incident, "thanks", incident.RequesterId, soon, language);
        else if (before == TicketState.InProgress && to.State == TicketState.InProgress && technician is { } worker && Chance("talk" + answered) % 3 == 0)
            Say(incident, Chance("note" + answered) % 2 == 0 ? "note" : "progress", worker, soon, language);
    }

    private void Say(Incident incident, string kind, UserId by, DateTimeOffset at, string language, Visibility? visibility = null)
    {
        var seen = visibility ?? (kind == "note" ? Visibility.Internal : Visibility.Public);
        var byStaff = by != incident.RequesterId;
        incident.AddComment(Fill(texts.Say(kind, language, Chance(kind + answered++)), incident.RequesterId), seen, byStaff, new Act(by, at));
        incident.Saved();
        greeted |= seen == Visibility.Public && byStaff;
    }

    private void Conclude(Incident incident)
    {
        var resolved = incident.Timeline.LastOrDefault(e => e.Type == TicketEventType.Resolved);
        var closed = incident.Timeline.LastOrDefault(e => e.Type == TicketEventType.Closed);
        var text = resolved is null ? null : System.Text.Json.JsonElement.Parse(resolved.Details).GetProperty("text").GetString();
        var reassigned = groups.Zip(groups.Skip(1)).Count(g => g.First != g.Second);
        incident.Conclude(
            new ReplayedEnd(
                resolved?.At, closed?.At, incident.Timeline.Count(e => e.Type == TicketEventType.Reopened), reassigned,
                text is null ? null : new Resolution(CodeOf(), text)),
            matrix, TimeSpan.FromHours(1));
    }

    private static (TicketState State, PendingReason? Waiting) StateOf(LogState? state, UserId? assignee, Incident before) => state switch
    {
        null => (before.State, before.Pending?.Reason),
        LogState.New => (assignee is null ? TicketState.New : TicketState.Assigned, null),
        LogState.Active => (assignee is null ? TicketState.Assigned : TicketState.InProgress, null),
        LogState.AwaitingUserInfo or LogState.AwaitingEvidence => (TicketState.Pending, PendingReason.AwaitingRequester),
        LogState.AwaitingProblem => (TicketState.Pending, PendingReason.AwaitingProblem),
        LogState.AwaitingVendor => (TicketState.Pending, PendingReason.AwaitingSupplier),
        LogState.Resolved => (TicketState.Resolved, null),
        _ => (TicketState.Closed, null),
    };

    // The first group of an incident is the service desk or the team whose category it is; where it goes on, it goes there.
    private string TeamOf(string? group)
    {
        var name = group ?? (groups.Count > 0 ? groups[^1] : "");
        if (groups.Count == 0 || groups[^1] != name)
            groups.Add(name);
        var distinct = groups.Distinct().ToList();
        var several = log.Rows.Select(r => r.Group).Where(g => g is not null).Distinct().Count() > 1;
        return distinct.IndexOf(name) switch
        {
            0 => several || Chance("desk") % 3 == 0 ? "service-desk" : category.Team,
            var i when i % 2 == 1 && category.Team != "service-desk" => category.Team,
            _ => DemoChance.Pick(["applications", "infrastructure", "workplace"], log.Number),
        };
    }

    private Channel ChannelOf(string about, bool known) => (Chance("channel") % 20) switch
    {
        _ when known => Channel.Portal,
        < 3 when about is "servers" or "network" => Channel.Monitoring,
        < 9 => Channel.Portal,
        < 14 => Channel.Mail,
        _ => Channel.Phone,
    };

    private ResolutionCode CodeOf() => (Chance("code") % 10) switch
    {
        < 7 => ResolutionCode.Fixed,
        7 => ResolutionCode.Workaround,
        8 => ResolutionCode.UserError,
        _ => ResolutionCode.ChangedByOthers,
    };

    private string Fill(string text, UserId requester) => text
        .Replace("{site}", cast.SiteNameOf(requester) ?? "Lyon", StringComparison.Ordinal)
        .Replace("{n}", (2 + (Chance("n") % 5)).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private int Chance(string what) => DemoChance.Of(log.Number + what);
}
