using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Api.Tests.ServiceLevels;

/// <summary>A policy for a site of its own, and the words to tell what happens to a ticket there.</summary>
internal sealed class ClockStory(Desk desk, Guid siteId, Guid policyId, Guid calendarId, string policyName)
{
    public Guid SiteId { get; } = siteId;
    public Guid PolicyId { get; } = policyId;
    public Guid CalendarId { get; } = calendarId;
    public string PolicyName { get; } = policyName;

    /// <summary>One hour to the first response, two to the next, eight to the resolution, in Berlin office hours.</summary>
    public static Task<ClockStory> PrepareAsync(Desk desk, object? more = null) => PrepareAsync(desk, "PT8H", more);

    public static async Task<ClockStory> PrepareAsync(Desk desk, string resolution, object? more = null)
    {
        var admin = desk.As("admin");
        var name = "Story " + Guid.CreateVersion7().ToString("n");
        var site = await desk.Db(async db =>
        {
            var opened = Site.Open(name, "", "Europe/Berlin", desk.Clock.GetUtcNow());
            db.Add(opened);
            await db.SaveChangesAsync();
            return opened.Id.Value;
        });
        object[] day = [new { from = "08:00", to = "12:00" }, new { from = "13:00", to = "17:00" }];
        var calendar = (await admin.Post("service-levels/calendars", new
        {
            name,
            timeZone = "Europe/Berlin",
            weekly = new { monday = day, tuesday = day, wednesday = day, thursday = day, friday = day },
            exceptions = new[] { new { date = "2026-05-25", label = "Whit Monday", windows = Array.Empty<object>() } },
        })).Expect(HttpStatusCode.Created);
        var body = new Dictionary<string, object?>
        {
            ["name"] = name,
            ["order"] = 1,
            ["when"] = new { siteIds = new[] { site } },
            ["calendarId"] = calendar.Id,
            ["targets"] = new { firstResponse = "PT1H", nextResponse = "PT2H", resolution },
            ["pauseOn"] = new[] { "awaitingRequester" },
        };
        foreach (var member in more?.GetType().GetProperties() ?? [])
            body[member.Name] = member.GetValue(more);
        var policy = (await admin.Post("service-levels/policies", body)).Expect(HttpStatusCode.Created);

        return new ClockStory(desk, site, Guid.Parse(policy.Id), Guid.Parse(calendar.Id), name);
    }

    /// <summary>A policy for the P1 tickets of the story's site, which goes before the story's own.</summary>
    public async Task<Guid> PromiseForP1Async(object targets) => Guid.Parse((await desk.As("admin").Post("service-levels/policies", new
    {
        name = "Urgent " + PolicyName,
        order = 0,
        when = new { siteIds = new[] { SiteId }, priorities = new[] { "p1" } },
        calendarId = CalendarId,
        targets,
    })).Expect(HttpStatusCode.Created).Id);

    /// <summary>Local time in Berlin, as people write it.</summary>
    public static DateTimeOffset At(string local)
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(DateTime.Parse(local, CultureInfo.InvariantCulture), berlin), TimeSpan.Zero);
    }

    public void Now(string local) => desk.Clock.Set(At(local));

    public async Task<Guid> OpenAsync(string local, object? more = null)
    {
        Now(local);
        var body = new Dictionary<string, object?> { ["title"] = "It does not print", ["impact"] = "medium", ["urgency"] = "medium", ["siteId"] = SiteId };
        foreach (var member in more?.GetType().GetProperties() ?? [])
            body[member.Name] = member.GetValue(more);
        return Guid.Parse((await desk.As("alice").Post("incidents", body)).Expect(HttpStatusCode.Created).Id);
    }

    /// <summary>A transition, by tom unless somebody else is named.</summary>
    public async Task<Answer> DoAsync(Guid ticket, string verb, string? local = null, object? body = null, string by = "tom")
    {
        if (local is not null)
            Now(local);
        return (await desk.As(by).Post($"incidents/{ticket}/{verb}", body)).Expect(HttpStatusCode.OK);
    }

    /// <summary>A message, straight at the aggregate and through the save.</summary>
    public Task SayAsync(string who, Guid ticket, string local, string visibility = "public")
    {
        Now(local);
        return desk.Db(async db =>
        {
            var author = (await db.Set<User>().SingleAsync(u => u.UserName == who)).Id;
            var found = await db.Tickets.SingleAsync(t => t.Id == new TicketId(ticket));
            found.AddComment(
                "Words.", visibility == "public" ? Visibility.Public : Visibility.Internal, byStaff: who != "alice", new Act(author, desk.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
    }

    public Task ClassifyAsync(Guid ticket, string local, Impact impact, Urgency urgency) => EditAsync(ticket, local, (incident, matrix, act) =>
        incident.Classify(new Classification(impact, urgency, incident.ServiceId, incident.CategoryId, incident.SiteId), matrix, act));

    public Task EditAsync(Guid ticket, string local, Action<Incident, PriorityMatrix, Act> edit) => EditAsync(ticket, local, async (incident, db, act) =>
        edit(incident, await db.PriorityMatrices.AsNoTracking().SingleAsync(m => m.Practice == Practice.Incident), act));

    /// <summary>An act of tom's, straight at the aggregate and through the save.</summary>
    public Task EditAsync(Guid ticket, string local, Func<Incident, ServiceDeskDbContext, Act, Task> edit)
    {
        Now(local);
        return desk.Db(async db =>
        {
            var tom = (await db.Set<User>().SingleAsync(u => u.UserName == "tom")).Id;
            await edit(await FindAsync(db, ticket), db, new Act(tom, desk.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
    }

    public static Task<Incident> FindAsync(ServiceDeskDbContext db, Guid ticket) => db.Incidents.SingleAsync(i => i.Id == new TicketId(ticket));

    public async Task<Dictionary<string, Told>> ClocksAsync(Guid ticket)
    {
        var answer = (await desk.As("tom").Get($"incidents/{ticket}")).Expect(HttpStatusCode.OK);
        return answer["serviceLevels"].EnumerateArray().ToDictionary(c => c.GetProperty("target").GetString()!, c => new Told(c));
    }

    /// <summary>When a clock that rests would fall due if it went on now.</summary>
    public Task<DateTimeOffset?> DueIfResumedAsync(Guid ticket, string target) => desk.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<ServiceDeskDbContext>();
        var clocks = await db.Set<Domain.ServiceLevels.ServiceLevelClock>().AsNoTracking().Where(c => c.TicketId == new TicketId(ticket)).ToListAsync();
        var clock = clocks.Single(c => c.IsLive && c.Target.ToString().Equals(target, StringComparison.OrdinalIgnoreCase));
        var calendars = await services.GetRequiredService<Application.ServiceLevels.CalendarLibrary>().OpenAllAsync([(clock.CalendarId, clock.CalendarVersion)], default);
        return clock.DueIfResumedAt(desk.Clock.GetUtcNow(), calendars);
    });

    public Task<Ticket> TicketAsync(Guid ticket) => desk.Db(db => db.Tickets.AsNoTracking().SingleAsync(t => t.Id == new TicketId(ticket)));
}

/// <summary>A clock as the API tells it.</summary>
internal sealed record Told(JsonElement Json)
{
    public string State => Json.GetProperty("state").GetString()!;
    public DateTimeOffset? DueAt => Json.GetProperty("dueAt") is { ValueKind: JsonValueKind.String } due ? due.GetDateTimeOffset() : null;
    public DateTimeOffset StartedAt => Json.GetProperty("startedAt").GetDateTimeOffset();
    public Guid Policy => Json.GetProperty("policy").GetProperty("id").GetGuid();
    public long Remaining => Json.GetProperty("remainingSeconds").GetInt64();
}
