using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Housekeeping;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Api.Tests.Platform;

public sealed class IdempotencyTests : ApiTest
{
    private static readonly object Body = new { title = "The scanner jams", impact = "low", urgency = "low" };

    [Test]
    public async Task A_repeat_gets_the_first_answer_byte_for_byte()
    {
        var first = (await As("alice").Post("incidents", Body, key: "repeat")).Expect(HttpStatusCode.Created);
        (await As("tom").Post($"incidents/{first.Id}/start")).Expect(HttpStatusCode.OK);

        var second = (await As("alice").Post("incidents", Body, key: "repeat")).Expect(HttpStatusCode.Created);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.Text, Is.EqualTo(first.Text));
            Assert.That(second.Location, Is.EqualTo(first.Location));
            Assert.That(second.ETag, Is.EqualTo(first.ETag));
            Assert.That(second.Headers["Content-Type"], Is.EqualTo(first.Headers["Content-Type"]));
            Assert.That(second.Headers["Idempotency-Replayed"], Is.EqualTo("true"));
            Assert.That(first.Headers.ContainsKey("Idempotency-Replayed"), Is.False);
        }
    }

    [Test]
    public async Task A_key_belongs_to_one_caller_and_one_body()
    {
        var mine = (await As("alice").Post("incidents", Body, key: "mine")).Expect(HttpStatusCode.Created);

        var theirs = (await As("tom").Post("incidents", Body, key: "mine")).Expect(HttpStatusCode.Created);
        var other = await As("alice").Post("incidents", new { title = "Another", impact = "low", urgency = "low" }, key: "mine");

        Assert.That(theirs.Id, Is.Not.EqualTo(mine.Id));
        other.Expect(HttpStatusCode.UnprocessableEntity, "idempotency.key_reused");
    }

    [Test]
    public async Task Twelve_at_once_make_one_incident()
    {
        var before = await Desk.Db(db => db.Tickets.CountAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => As("alice").Post("incidents", Body, key: "race")));

        var created = answers.Where(a => a.Status == HttpStatusCode.Created).ToList();
        Assert.That(await Desk.Db(db => db.Tickets.CountAsync()), Is.EqualTo(before + 1));
        Assert.That(created.Select(a => a.Id).Distinct().Count(), Is.EqualTo(1));
        Assert.That(created.Count(a => !a.Headers.ContainsKey("Idempotency-Replayed")), Is.EqualTo(1));
        foreach (var busy in answers.Except(created))
            busy.Expect(HttpStatusCode.Conflict, "idempotency.in_progress");
    }

    [Test]
    public async Task Only_success_is_kept()
    {
        var opened = await As("alice").Open();
        (await As("tom").Post($"incidents/{opened.Id}/resume", key: "later")).Expect(HttpStatusCode.Conflict, "incident.transition_not_allowed");
        (await As("tom").Post($"incidents/{opened.Id}/start")).Expect(HttpStatusCode.OK);
        (await As("tom").Post($"incidents/{opened.Id}/hold", new { reason = "awaitingSupplier" })).Expect(HttpStatusCode.OK);

        var again = (await As("tom").Post($"incidents/{opened.Id}/resume", key: "later")).Expect(HttpStatusCode.OK);

        Assert.That(again["state"].GetString(), Is.EqualTo("inProgress"));
        Assert.That(again.Headers.ContainsKey("Idempotency-Replayed"), Is.False);
    }

    [Test]
    public async Task Commands_with_keys_that_race_on_one_ticket_all_count()
    {
        var opened = await As("alice").Open();
        var (desk, network) = (await TeamId("service-desk"), await TeamId("network"));
        (Guid Team, Guid? Person)[] targets =
        [
            (desk, null), (desk, await UserId("tom")), (desk, await UserId("tina")), (desk, await UserId("sue")), (network, null), (network, await UserId("tina")),
        ];

        var answers = await Task.WhenAll(targets.Select((t, i) =>
            As("dan").Post($"incidents/{opened.Id}/assign", new { teamId = t.Team, assigneeId = t.Person }, key: "assign-" + i)));

        Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(answers.Select(a => a["version"].GetInt64()).Order(), Is.EqualTo(Enumerable.Range(2, 6)));
        var id = new TicketId(Guid.Parse(opened.Id));
        Assert.That(await Desk.Db(db => db.Set<TicketEvent>().CountAsync(e => e.TicketId == id && e.Type == TicketEventType.Assigned)), Is.EqualTo(6));
    }

    [Test]
    public async Task A_key_is_forgotten_after_a_day()
    {
        var first = (await As("alice").Post("incidents", Body, key: "old")).Expect(HttpStatusCode.Created);
        Clock.Advance(TimeSpan.FromHours(25));

        var second = (await As("alice").Post("incidents", Body, key: "old")).Expect(HttpStatusCode.Created);
        Assert.That(second.Id, Is.Not.EqualTo(first.Id));

        Clock.Advance(TimeSpan.FromHours(25));
        await Desk.InScopeAsync(async s => await s.GetRequiredService<HousekeepingStep>().RunOnceAsync(default));
        Assert.That(await Desk.Db(db => db.Set<IdempotentAnswer>().CountAsync()), Is.Zero);
    }

    [TestCase("tokens")]
    [TestCase("me/two-factor")]
    [TestCase("me/two-factor/recovery-codes")]
    [TestCase("users/{0}/reset-link")]
    [TestCase("service-accounts/{0}/tokens")]
    public async Task Where_a_secret_is_answered_a_key_is_refused_as_its_answer_is_not_kept(string path)
    {
        var refused = (await As("admin").Post(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, await UserId("alice")), new { name = "twice" }, key: "secret"))
            .Expect(HttpStatusCode.BadRequest, "idempotency.not_here");

        Assert.That(refused["errors"].TryGetProperty("Idempotency-Key", out var _), Is.True, refused.Text);
        Assert.That((await As("admin").Get("tokens")).Text, Does.Not.Contain("twice"));
    }

    [Test]
    public async Task A_key_of_no_use_is_refused()
    {
        (await As("alice").Post("incidents", Body, key: new string('k', 201))).Expect(HttpStatusCode.BadRequest, "idempotency.key_malformed");
    }

    [Test]
    public async Task Signing_in_is_never_replayed()
    {
        var client = Desk.Nobody();
        var body = new { userName = "alice", password = "ServiceDesk!demo" };
        (await client.Post("session", body, key: "in")).Expect(HttpStatusCode.OK);

        var again = (await client.Post("session", body, key: "in")).Expect(HttpStatusCode.OK);

        Assert.That(again.Headers.ContainsKey("Idempotency-Replayed"), Is.False);
    }
}
