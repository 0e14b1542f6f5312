using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Outbox;
using ServiceDesk.Infrastructure.ServiceLevels;

namespace ServiceDesk.Api.Tests.ServiceLevels;

/// <summary>Alarms that name a person or a team: they are told, and only a ticket that is to be given to a team is given to it.</summary>
public sealed class NamedAlarmTests : ApiTest
{
    private const string Opened = "2026-06-01 08:00";
    private const string Half = "2026-06-01 13:30";
    private const string ThreeQuarters = "2026-06-01 15:30";

    [Test]
    public async Task A_notice_reaches_the_person_it_names_and_everybody_of_the_team_it_names_once_each()
    {
        var network = await TeamId("network");
        var story = await ClockStory.PrepareAsync(Desk, Alarm(
            new { type = "notify", userId = await UserId("sue") }, new { type = "notify", teamId = network, whom = new[] { "requester" } },
            new { type = "notify", userId = await UserId("sue"), onlyInWorkingHours = true }));
        var ticket = await story.OpenAsync(Opened);

        await PassAsync(story, Half);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ToldAsync(ticket), Is.EqualTo(List([.. await MembersAsync(network), "alice", "sue"])));
            Assert.That((await As("tom").Get($"incidents/{ticket}"))["team"].ValueKind, Is.EqualTo(JsonValueKind.Null), "nobody was given it");
        }
    }

    [Test]
    public async Task An_escalation_tells_whom_it_names_and_then_not_the_line_above()
    {
        var (network, sue) = (await TeamId("network"), await UserId("sue"));
        var story = await ClockStory.PrepareAsync(Desk, Alarm(new { type = "escalate", userId = sue, teamId = network, chain = "night" }));
        var ticket = await story.OpenAsync(Opened);
        await story.DoAsync(ticket, "assign", body: new { teamId = await TeamId("service-desk"), assigneeId = await UserId("tom") }, by: "dan");

        await PassAsync(story, Half);

        var after = (await As("tom").Get($"incidents/{ticket}")).Expect(HttpStatusCode.OK);
        var entry = (await As("tom").Get($"incidents/{ticket}/timeline?limit=200"))["items"].EnumerateArray().Single(e => e.GetProperty("type").GetString() == "escalated");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ToldAsync(ticket), Is.EqualTo(List([.. await MembersAsync(network), "sue"])));
            Assert.That(after["team"].GetProperty("id").GetGuid(), Is.Not.EqualTo(network), "it is told, not given the ticket");
            Assert.That(after["assignee"].GetProperty("id").GetGuid(), Is.EqualTo(await UserId("tom")));
            Assert.That(entry.GetProperty("names").GetProperty(sue.ToString()).GetString(), Is.EqualTo("Sue Laurent"));
            Assert.That(entry.GetProperty("names").GetProperty(network.ToString()).GetString(), Is.EqualTo("Network"));
            Assert.That(entry.GetProperty("details").GetProperty("chain").GetString(), Is.EqualTo("night"));
        }
    }

    [Test]
    public async Task Who_could_not_open_the_ticket_is_not_told_of_it()
    {
        var stranger = await TechnicianAsync("stranger");
        var story = await ClockStory.PrepareAsync(Desk, Alarm(
            new { type = "notify", userId = await UserId("carl") }, new { type = "escalate", userId = stranger }, new { type = "notify", userId = await UserId("sue") }));
        var open = await story.OpenAsync(Opened);
        var secret = await story.OpenAsync(Opened);
        await story.DoAsync(secret, "assign", body: new { teamId = await TeamId("service-desk"), assigneeId = await UserId("tom") }, by: "dan");
        (await As("sue").Patch($"incidents/{secret}", new { restricted = true })).Expect(HttpStatusCode.OK);

        await PassAsync(story, Half);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ToldAsync(open), Is.EqualTo(new[] { "stranger", "sue" }), "an employee sees their own");
            Assert.That(await ToldAsync(secret), Is.EqualTo(new[] { "dan", "sue" }), "of a restricted one its team alone: its lead in place of the stranger");
        }
    }

    [Test]
    public async Task An_escalation_of_which_nobody_named_can_be_told_goes_up_the_line()
    {
        var leaver = await TechnicianAsync("gone");
        var story = await ClockStory.PrepareAsync(Desk, new
        {
            alarms = new object[]
            {
                new { target = "resolution", at = 0.5, actions = new object[] { new { type = "escalate", userId = await UserId("carl") }, new { type = "escalate", userId = leaver } } },
            },
        });
        var ticket = await story.OpenAsync(Opened);
        await story.DoAsync(ticket, "assign", body: new { teamId = await TeamId("service-desk"), assigneeId = await UserId("tom") }, by: "dan");
        (await As("admin").Post($"users/{leaver}/deactivate")).Expect(HttpStatusCode.OK);
        var lead = (await As("tom").Get($"teams/{await TeamId("service-desk")}"))["lead"].GetProperty("id").GetGuid();

        await PassAsync(story, Half);

        var told = await ToldAsync(ticket);
        Assert.That(told, Does.Contain(await Desk.Db(db => db.Set<User>().Where(u => u.Id == new UserId(lead)).Select(u => u.UserName).SingleAsync())));
        Assert.That(told, Does.Not.Contain("carl").And.Not.Contain("gone"));
    }

    [Test]
    public async Task Who_has_left_and_a_team_out_of_use_are_refused_with_their_place()
    {
        var story = await ClockStory.PrepareAsync(Desk);
        var admin = As("admin");
        var gone = Guid.CreateVersion7();
        var notices = new object[] { new { type = "notify", whom = new[] { "owner" } }, new { type = "notify", userId = gone } };
        var team = (await admin.Post("teams", new { name = "Night watch", key = "night-watch" })).Expect(HttpStatusCode.Created).Id;
        (await admin.Patch($"teams/{team}", new { active = false })).Expect(HttpStatusCode.OK);

        var person = await admin.Patch($"service-levels/policies/{story.PolicyId}", Alarm(notices));
        var closed = await admin.Patch($"service-levels/policies/{story.PolicyId}", Alarm(new { type = "escalate", teamId = team }));

        person.Expect(HttpStatusCode.UnprocessableEntity, "policy.person_unknown");
        closed.Expect(HttpStatusCode.UnprocessableEntity, "team.unknown");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(person["errors"].TryGetProperty("alarms[0].actions[1].userId", out _), Is.True);
            Assert.That(closed["errors"].TryGetProperty("alarms[0].actions[0].teamId", out _), Is.True);
        }
    }

    [Test]
    public async Task Who_leaves_after_the_policy_was_written_is_told_nothing_and_the_others_are()
    {
        var (leaver, sue) = (await TechnicianAsync("leaver"), await UserId("sue"));
        var story = await ClockStory.PrepareAsync(Desk, Alarm(new { type = "notify", userId = leaver }, new { type = "notify", userId = sue }));
        var ticket = await story.OpenAsync(Opened);
        (await As("admin").Post($"users/{leaver}/deactivate")).Expect(HttpStatusCode.OK);

        await PassAsync(story, ThreeQuarters);

        Assert.That(await ToldAsync(ticket), Is.EqualTo(new[] { "sue" }));
    }

    [Test]
    public async Task A_policy_answers_with_the_name_of_whom_it_tells_and_takes_its_own_answer_back()
    {
        var (sue, network) = (await UserId("sue"), await TeamId("network"));
        var story = await ClockStory.PrepareAsync(Desk, Alarm(new { type = "escalate", userId = sue, teamId = network }));
        var policy = await As("tom").Get($"service-levels/policies/{story.PolicyId}");

        var action = policy["alarms"][0].GetProperty("actions")[0];
        var back = await As("admin").Patch($"service-levels/policies/{story.PolicyId}", new { alarms = policy["alarms"] });

        back.Expect(HttpStatusCode.OK);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(action.GetProperty("userId").GetGuid(), Is.EqualTo(sue));
            Assert.That(action.GetProperty("user").GetProperty("name").GetString(), Is.EqualTo("Sue Laurent"));
            Assert.That(action.GetProperty("teamId").GetGuid(), Is.EqualTo(network));
            Assert.That(back["draft"].GetProperty("alarms").GetRawText(), Is.EqualTo(policy["alarms"].GetRawText()));
        }
    }

    private static object Alarm(params object[] actions) => new { alarms = new object[] { new { target = "resolution", at = 0.5, actions } } };

    private async Task<Guid> TechnicianAsync(string userName)
    {
        var made = await As("admin").Post("users", new { userName, name = "Pat " + userName, email = userName + "@demo.test", roles = new[] { "technician" } });
        return Guid.Parse(made.Expect(HttpStatusCode.Created).Id);
    }

    private static List<string> List(IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];

    private async Task PassAsync(ClockStory story, string local)
    {
        story.Now(local);
        while (await Desk.InScopeAsync(s => s.GetRequiredService<WakeStep>().RunOnceAsync(default)) is var rest && rest < TimeSpan.FromSeconds(1))
        {
        }

        while (await Desk.InScopeAsync(s => s.GetRequiredService<OutboxStep>().RunOnceAsync(default)) == TimeSpan.Zero)
        {
        }
    }

    private Task<List<string>> MembersAsync(Guid team) => Desk.Db(db => db.Set<TeamMember>().Where(m => m.TeamId == new TeamId(team))
        .Select(m => db.Set<User>().Where(u => u.Id == m.UserId).Select(u => u.UserName).First()).ToListAsync());

    private Task<List<string>> ToldAsync(Guid ticket) => Desk.Db(db => db.Set<Domain.Notifications.Notification>()
        .Where(n => n.TicketId == new TicketId(ticket) && n.Kind == Domain.Notifications.NotificationKind.Alarm)
        .Select(n => db.Set<User>().Where(u => u.Id == n.UserId).Select(u => u.UserName).First()).OrderBy(n => n).ToListAsync());
}
