using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.ServiceLevels;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Identity;
using ServiceDesk.Infrastructure.Imports;

namespace ServiceDesk.Infrastructure.Seeding;

/// <summary>A desk that looks alive: the thousand incidents of seed/incidents, moved to now. Never in production.</summary>
public sealed class DemoIncidents(ServiceDeskDbContext db, AccessReader access, IPolicyBook book, CalendarLibrary library, TimeProvider clock)
{
    /// <summary>The name the demo's incidents are known by, with their number in the log.</summary>
    public const string Source = "demo";

    private const long LockKey = 7305818;

    /// <summary>In one transaction, and only once; true when it was done now.</summary>
    public async Task<bool> EnsureAsync(CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({LockKey})", ct);
        if (await db.Set<Incident>().AnyAsync(t => t.ExternalReference!.System == Source, ct))
            return false;

        var now = clock.GetUtcNow();
        var texts = DemoTexts.Read();
        var moment = new DemoMoment(now);
        var matrix = await db.PriorityMatrices.AsNoTracking().SingleAsync(m => m.Practice == Practice.Incident, ct);
        var cast = await DemoCast.EngageAsync(db, texts, now, ct);
        var estate = await DemoEstate.BuildAsync(new DemoCopy(db, ct), now);
        var logs = (await ReadAsync(ct)).Select(l => (Log: l, Back: moment.WeeksBack(l))).OrderBy(l => moment.Move(l.Log.Rows[0].OpenedAt, l.Back)).ToList();
        var known = Known(logs, moment, cast);
        var numbers = await db.Database.SqlQuery<long>($"select nextval('incident_number') as \"Value\" from generate_series(1, {logs.Count})").ToListAsync(ct);

        var policies = await book.InForceAsync(ct);
        var calendars = await library.OpenAllAsync(policies.InOrder.Select(p => (p.Definition.CalendarId, p.CalendarVersion)), ct);
        List<PastIncident> built = [];
        foreach (var ((log, back), number) in logs.Zip(numbers))
        {
            var story = new DemoStory(texts, cast, estate, moment, matrix, log, back);
            var incident = story.Tell(number, known.TryGetValue(log.Number, out var person) ? person : null);
            built.Add(new PastIncident(incident, [.. Clocks(incident, cast, policies, calendars)]));
        }

        await DemoPhrases.WriteAsync(db, now, ct);
        await HistoryCopy.WriteAsync(db, built, now, ct);
        await transaction.CommitAsync(ct);
        access.Forget();
        return true;
    }

    /// <summary>As they would stand if the desk had kept them all along, under the policy for the priority the incident has now.</summary>
    private static IEnumerable<PastClock> Clocks(
        Incident incident, DemoCast cast, PoliciesInForce policies, Func<CalendarId, int, BusinessCalendar> calendars)
    {
        if (policies.FirstMatch(new TicketFacts(Practice.Incident, incident.Priority) { Service = incident.ServiceId, Site = incident.SiteId }) is not { } policy)
            yield break;

        var past = new TicketPast(incident, incident.Timeline, cast.Staff);
        foreach (var target in new[] { ServiceLevelTarget.FirstResponse, ServiceLevelTarget.Resolution })
        {
            if (policy.TermsFor(target) is not { } terms)
                continue;

            var opening = new ClockOpening(incident.Id, target, Audience.Customer, 1, terms, default);
            yield return new PastClock(ClockHistory.Fold(opening, past.Moments(target, policy.Definition), calendars), policy.Definition, calendars);
        }
    }

    /// <summary>Which incidents are those of people who can sign in: of each state some for Alice, and one or two for others.</summary>
    private static Dictionary<string, UserId> Known(List<(IncidentLog Log, int Back)> logs, DemoMoment moment, DemoCast cast)
    {
        var known = new Dictionary<string, UserId>();
        void Give(string userName, LogState? state, int count, int days)
        {
            var fitting = logs.Where(l => !known.ContainsKey(l.Log.Number)
                && moment.LastPast(l.Log, l.Back)?.State == state && moment.Move(l.Log.Rows[0].OpenedAt, l.Back) > moment.Now.AddDays(-days));
            foreach (var (log, _) in fitting.Reverse().Take(count))
                known[log.Number] = cast.Named(userName);
        }

        Give("alice", LogState.Resolved, 2, 6);
        Give("alice", LogState.Active, 2, 10);
        Give("alice", LogState.AwaitingUserInfo, 1, 14);
        Give("alice", LogState.New, 1, 5);
        Give("alice", LogState.Closed, 4, 60);
        foreach (var userName in new[] { "carl", "paula", "admin" })
        {
            Give(userName, LogState.Active, 1, 14);
            Give(userName, LogState.Closed, 1, 60);
        }

        return known;
    }

    private static async Task<List<IncidentLog>> ReadAsync(CancellationToken ct)
    {
        await using var packed = DemoTexts.Open("servicenow-excerpt.csv.gz");
        await using var content = new GZipStream(packed, CompressionMode.Decompress);
        using var text = new StreamReader(content);
        List<IncidentLog> logs = [];
        await foreach (var batch in new EventLogReader(text).BatchesAsync(int.MaxValue, ct))
            logs.AddRange(batch.Incidents);
        return logs;
    }
}
