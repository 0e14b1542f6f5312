using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Domain.Configuration;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Seeding;

namespace ServiceDesk.Api.Tests.Seeding;

[Parallelizable(ParallelScope.Self)]
public sealed class DemoIncidentsTests
{
    [TestCase("2026-03-02T09:00:00Z")]
    [TestCase("2026-10-25T00:30:00Z")]
    [TestCase("2027-01-01T22:10:00Z")]
    public async Task Whenever_it_is_loaded_the_desk_looks_alive(string now)
    {
        await using var desk = await Desk.StartAsync();
        desk.Clock.Set(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        Assert.That(await Load(desk), Is.True);
        Assert.That(await Load(desk), Is.False, "Loaded twice.");

        var tickets = await desk.Db(db => db.Set<Incident>().AsNoTracking().Include(t => t.Comments).Include(t => t.Timeline).AsSplitQuery().ToListAsync());
        var teams = await desk.Db(db => db.Teams.AsNoTracking().Include(t => t.Members).ToListAsync());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tickets, Has.Count.EqualTo(1000));
            foreach (var team in teams)
                Assert.That(tickets.Count(t => t.IsOpen && t.TeamId == team.Id), Is.GreaterThan(0), team.Key);
            foreach (var state in Enum.GetValues<TicketState>().Where(s => s != TicketState.Cancelled))
                Assert.That(tickets.Count(t => t.State == state), Is.GreaterThan(0), state.ToString());
            Assert.That(tickets.Where(t => t.AssigneeId is not null && t.TeamId is not null && t.IsOpen).All(t => teams.Single(x => x.Id == t.TeamId).Members.Any(m => m.UserId == t.AssigneeId)), "An assignee is a member.");
            Assert.That(tickets.SelectMany(t => t.Timeline).Max(e => e.At), Is.LessThanOrEqualTo(desk.Clock.GetUtcNow()));
            Assert.That(tickets.SelectMany(t => t.Comments).Max(c => c.CreatedAt), Is.LessThanOrEqualTo(desk.Clock.GetUtcNow()));
            Assert.That(tickets.Max(t => t.OpenedAt), Is.GreaterThan(desk.Clock.GetUtcNow() - TimeSpan.FromDays(4)));
            Assert.That(tickets.All(t => t.State != TicketState.Resolved || t.ResolvedAt is not null));
            Assert.That(tickets.Where(t => t.State == TicketState.Resolved).All(t => t.Resolution is not null));
            Assert.That(tickets.Sum(t => t.Comments.Count), Is.GreaterThan(1000));
        }
    }

    [Test]
    public async Task Who_signs_in_finds_work_or_tickets_of_their_own()
    {
        await using var desk = await Desk.StartAsync();
        await Load(desk);

        foreach (var technician in new[] { "tom", "tina" })
            Assert.That(await Count(desk, technician, "assigneeId=me&open=true"), Is.GreaterThan(2), technician);
        Assert.That(await Count(desk, "alice", "open=true"), Is.GreaterThan(1));
        Assert.That(await Count(desk, "alice", "state=resolved"), Is.GreaterThan(0));
        Assert.That(await Count(desk, "sue", "q=mise"), Is.GreaterThan(0));
        var resolved = (await desk.As("alice").Get("tickets?state=resolved&limit=1"))["items"][0].GetProperty("id").GetString();
        var seen = (await desk.As("alice").Get("incidents/" + resolved)).Expect(HttpStatusCode.OK);
        Assert.That(seen["allowedTransitions"].EnumerateArray().Select(t => t.GetString()), Does.Contain("close").And.Contain("reopen"));
        Assert.That(seen["resolution"].GetProperty("text").GetString(), Is.Not.Empty);
    }

    [Test]
    public async Task Technicians_have_replies_and_templates_at_hand_in_both_languages()
    {
        await using var desk = await Desk.StartAsync();
        await Load(desk);
        var opened = await desk.As("alice").Open("The scanner hums");

        var (english, french) = (await Texts(desk, "tom"), await Texts(desk, "tina"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(english.Replies, Has.Count.InRange(6, 8));
            Assert.That(english.Templates, Has.Count.EqualTo(3));
            Assert.That(english.Replies.Keys.Concat(english.Templates.Keys), Is.EquivalentTo(french.Replies.Keys.Concat(french.Templates.Keys)));
            Assert.That(english.Replies.Where(r => r.Value == french.Replies[r.Key]), Is.Empty, "Not in both languages.");
        }

        foreach (var id in english.Replies.Keys)
        {
            var filled = (await desk.As("tom").Post($"replies/{id}/render", new { ticketId = opened.Id })).Expect(HttpStatusCode.OK);
            Assert.That(filled.Json.ToString(), Does.Contain("Tom Becker").And.Not.Contain("{{"));
        }
    }

    [Test]
    public void There_are_150_problems_in_both_languages()
    {
        var problems = DemoTexts.Read().Categories.SelectMany(c => c.Topics).SelectMany(t => t.Problems).ToList();

        Assert.That(problems.Select(p => p.English.Title).Distinct().Count(), Is.GreaterThanOrEqualTo(150));
        Assert.That(problems.Select(p => p.French.Title).Distinct().Count(), Is.GreaterThanOrEqualTo(150));
        Assert.That(problems.SelectMany(p => new[] { p.English, p.French }).All(w => w.Title.Length is > 9 and <= Ticket.TitleMaxLength && w.Description.Length > 20 && w.Resolution.Length > 10));
    }

    [Test]
    public async Task Tickets_tell_their_service_their_items_and_tags_and_nothing_of_the_estate_is_without_tickets()
    {
        await using var desk = await Desk.StartAsync();
        await Load(desk);

        var tickets = await desk.Db(db => db.Set<Incident>().AsNoTracking().Include(t => t.Items).Include(t => t.Timeline).AsSplitQuery().ToListAsync());
        var services = await desk.Db(db => db.Services.AsNoTracking().ToListAsync());
        var items = await desk.Db(db => db.Set<ConfigurationItem>().AsNoTracking().ToListAsync());
        var linked = tickets.SelectMany(t => t.Items).Select(i => i.ConfigurationItemId).ToHashSet();
        var tagged = tickets.SelectMany(t => t.Tags).CountBy(t => t).ToDictionary();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(services, Has.Count.InRange(10, 15));
            Assert.That(services.Where(s => string.IsNullOrWhiteSpace(s.Name.En) || string.IsNullOrWhiteSpace(s.Name.Fr)), Is.Empty, "Not in both languages.");
            Assert.That(tickets.Count(t => t.ServiceId is not null), Is.InRange(750, 990));
            Assert.That(services.Where(s => tickets.All(t => t.ServiceId != s.Id)).Select(s => s.Key), Is.Empty, "Services without tickets.");
            Assert.That(tickets.Where(t => t.ServiceId is not null).GroupBy(t => t.CategoryId).Where(g => g.Select(t => t.ServiceId).Distinct().Count() > 1), Is.Empty, "A category has one service.");
            Assert.That(items, Has.Count.InRange(40, 60));
            Assert.That(tickets.Count(t => t.Items.Count > 0), Is.InRange(200, 700));
            Assert.That(items.Where(i => linked.Contains(i.Id)).Select(i => i.Type).Distinct(), Is.EquivalentTo(items.Select(i => i.Type).Distinct()), "Kinds of items without tickets.");
            Assert.That(items.Count(i => linked.Contains(i.Id)), Is.GreaterThan(45));
            Assert.That(tickets.Count(t => t.Tags.Length > 0), Is.InRange(150, 500));
            Assert.That(tagged.Keys, Is.EquivalentTo(DemoTexts.Table("tags.txt").Select(line => line[0])));
            Assert.That(tickets.SelectMany(t => t.Timeline).Where(e => e.Type == TicketEventType.FieldsChanged && Differs(e)), Is.Empty, "A service was lost on the way.");
        }
    }

    [Test]
    public async Task Everybody_has_a_department_a_manager_and_a_number_kept_for_fiction()
    {
        await using var desk = await Desk.StartAsync();
        await Load(desk);

        var people = await desk.Db(db => db.Set<User>().AsNoTracking().Where(u => !u.IsService).ToListAsync());
        var departments = await desk.Db(db => db.Set<Department>().AsNoTracking().ToListAsync());
        var teams = await desk.Db(db => db.Teams.AsNoTracking().ToListAsync());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(departments.Where(d => people.Count(p => p.DepartmentId == d.Id) < 5).Select(d => d.Name), Is.Empty, "Departments nobody is in.");
            Assert.That(people.Where(p => p.DepartmentId is null || p.SiteId is null).Select(p => p.UserName), Is.Empty);
            Assert.That(people.Where(p => p.ManagerId is null), Has.Exactly(1).Items, "One leads all.");
            Assert.That(people.Where(p => p.ManagerId is { } manager && people.All(m => m.Id != manager)), Is.Empty);
            Assert.That(people.Select(p => p.Phone), Has.All.Matches(@"^(\+33 1 99 00 \d\d \d\d|\+44 1632 960\d\d\d)$"));
            Assert.That(people.Select(p => p.Phone), Is.Unique);
            Assert.That(teams.Where(t => t.LeadId is null).Select(t => t.Key), Is.Empty, "Teams without a lead.");
        }

        var alice = people.Single(p => p.UserName == "alice");
        var called = (await desk.As("tom").Get($"users?q={Uri.EscapeDataString(alice.Phone!.Replace("+33 ", "0", StringComparison.Ordinal))}")).Expect(HttpStatusCode.OK);
        Assert.That(called["items"].EnumerateArray().Select(p => p.GetProperty("name").GetString()), Is.EqualTo(new[] { alice.Name }));
    }

    [TestCase("service:vpn")]
    [TestCase("tag:outlook")]
    [TestCase("item:APP-ERP")]
    public async Task What_is_of_the_estate_is_found_in_the_queue(string typed)
    {
        await using var desk = await Desk.StartAsync();
        await Load(desk);

        Assert.That(await Count(desk, "tom", "q=" + Uri.EscapeDataString(typed)), Is.InRange(1, 200));
    }

    private static bool Differs(TicketEvent changed) => System.Text.Json.JsonElement.Parse(changed.Details).GetProperty("fields").EnumerateArray().Any(f => f.GetString() == "service");

    private static Task<bool> Load(Desk desk) => desk.InScopeAsync(s => s.GetRequiredService<DemoIncidents>().EnsureAsync(default));

    private static async Task<(Dictionary<string, string> Replies, Dictionary<string, string> Templates)> Texts(Desk desk, string userName)
    {
        async Task<Dictionary<string, string>> Names(string path) => (await desk.As(userName).Get(path)).Expect(HttpStatusCode.OK)["items"]
            .EnumerateArray().ToDictionary(x => x.GetProperty("id").GetString()!, x => x.GetProperty("name").GetString()!);
        return (await Names("replies?limit=50"), await Names("ticket-templates?limit=50"));
    }

    private static async Task<long> Count(Desk desk, string userName, string query) =>
        (await desk.As(userName).Get($"tickets?{query}&count=true")).Expect(HttpStatusCode.OK).Json.GetProperty("total").GetInt64();
}
