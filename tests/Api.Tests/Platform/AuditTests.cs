using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ServiceDesk.Api.Tests.Verification;
using ServiceDesk.Domain.People;
using ServiceDesk.Infrastructure.Audit;

namespace ServiceDesk.Api.Tests.Platform;

[Parallelizable(ParallelScope.Self)]
public sealed class AuditTests
{
    private Desk desk = null!;

    [SetUp]
    public async Task Start() => desk = await Desk.StartAsync();

    [TearDown]
    public async Task Stop() => await desk.DisposeAsync();

    [Test]
    public async Task A_change_is_told_with_what_was_before()
    {
        var opened = await desk.As("alice").Open();
        (await desk.As("tom").Post($"incidents/{opened.Id}/start")).Expect(HttpStatusCode.OK);
        await desk.SealAsync();

        var page = (await desk.As("sue").Get($"audit?entity=incident&entityId={opened.Id}")).Expect(HttpStatusCode.OK);

        var changed = page["items"][0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page["items"].GetArrayLength(), Is.EqualTo(2));
            Assert.That(changed.GetProperty("actor").GetProperty("name").GetString(), Is.EqualTo("Tom Becker"));
            Assert.That(changed.GetProperty("before").GetProperty("state").GetString(), Is.EqualTo("new"));
            Assert.That(changed.GetProperty("after").GetProperty("state").GetString(), Is.EqualTo("inProgress"));
            Assert.That(changed.GetProperty("seal").GetProperty("position").GetInt64(), Is.GreaterThan(1));
        }
    }

    [Test]
    public async Task It_is_paged_and_filtered()
    {
        for (var i = 0; i < 5; i++)
            await desk.As("alice").Open($"Number {i}");
        var alice = await desk.Db(db => db.Set<User>().Where(u => u.UserName == "alice").Select(u => u.Id.Value).SingleAsync());
        var now = Uri.EscapeDataString(desk.Clock.GetUtcNow().ToString("O"));

        var first = await desk.As("sue").Get($"audit?actor={alice}&limit=3");
        var second = await desk.As("sue").Get($"audit?actor={alice}&limit=3&cursor={first["nextCursor"].GetString()}");

        Assert.That(first["items"].GetArrayLength() + second["items"].GetArrayLength(), Is.EqualTo(5));
        Assert.That(second["nextCursor"].ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        Assert.That((await desk.As("sue").Get($"audit?actor={alice}&to={now}"))["items"].GetArrayLength(), Is.Zero);
        Assert.That((await desk.As("sue").Get($"audit?actor={alice}&from={now}"))["items"].GetArrayLength(), Is.EqualTo(5));
        Assert.That((await desk.As("sue").Get($"audit?actor={alice}&action=added"))["items"].GetArrayLength(), Is.EqualTo(5));
        Assert.That((await desk.As("sue").Get($"audit?actor={alice}&action=changed"))["items"].GetArrayLength(), Is.Zero);
        (await desk.As("sue").Get("audit?action=guessed")).Expect(HttpStatusCode.BadRequest, "validation");
        (await desk.As("sue").Get("audit?limit=201")).Expect(HttpStatusCode.BadRequest, "validation");
    }

    [Test]
    public async Task What_an_entry_speaks_of_is_called_by_its_name_whether_a_person_a_team_or_a_service_account()
    {
        var account = (await desk.As("admin").Post("service-accounts", new { userName = "monitoring", name = "Monitoring", roles = new[] { "technician" } })).Expect(HttpStatusCode.Created);
        var opened = await desk.As("alice").Open();
        var team = await desk.Db(db => db.Set<Team>().Where(t => t.Key == "network").Select(t => t.Id.Value).SingleAsync());
        (await desk.As("dan").Post($"incidents/{opened.Id}/assign", new { teamId = team })).Expect(HttpStatusCode.OK);

        var ofAccount = await desk.As("sue").Get($"audit?entity=user&entityId={account["id"].GetString()}");
        var ofTicket = await desk.As("sue").Get($"audit?entity=incident&entityId={opened.Id}&limit=1");

        Assert.That(Records(ofAccount), Is.EqualTo(new[] { "serviceAccount Monitoring" }));
        Assert.That(Records(ofTicket), Does.Contain("team Network").And.Contain("incident " + opened["reference"].GetString()));

        static IEnumerable<string> Records(Answer page) => page["items"][0].GetProperty("records").EnumerateArray()
            .Select(r => $"{r.GetProperty("kind").GetString()} {r.GetProperty("name").GetString()}");
    }

    [TestCase("alice")]
    [TestCase("tom")]
    public async Task Who_may_not_read_it_is_refused(string who) => (await desk.As(who).Get("audit")).Expect(HttpStatusCode.Forbidden, "forbidden");

    [Test]
    public async Task How_a_restricted_ticket_changed_is_told_to_nobody_who_may_not_see_it()
    {
        var opened = await desk.As("tom").Open("A pay slip went astray", new { restricted = true });

        var page = await desk.As("admin").Get($"audit?entity=incident&entityId={opened.Id}");

        Assert.That(page["items"][0].GetProperty("withheld").GetBoolean(), Is.True);
        Assert.That(page.Text, Does.Not.Contain("pay slip").And.Not.Contain(opened["reference"].GetString()));
    }

    [Test]
    public async Task What_tells_who_somebody_is_can_be_read_until_their_key_is_destroyed()
    {
        var id = await desk.Db(db => db.Set<User>().Where(u => u.UserName == "paula").Select(u => u.Id.Value).SingleAsync());
        var stored = await desk.Db(db => db.Set<AuditEntry>().Where(e => e.Entity == "user" && e.EntityId == id.ToString()).Select(e => e.After).ToListAsync());
        var read = await desk.As("sue").Get($"audit?entity=user&entityId={id}");

        await desk.Db(db => db.Set<PersonalKey>().Where(k => k.UserId == id).ExecuteDeleteAsync());
        await desk.SealAsync();
        var erased = await desk.As("sue").Get($"audit?entity=user&entityId={id}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stored, Is.Not.Empty.And.All.Not.Contain("Paula").And.All.Not.Contain("paula"));
            Assert.That(read["items"][0].GetProperty("after").GetProperty("name").GetString(), Is.EqualTo("Paula Rossi"));
            Assert.That(erased["items"][0].GetProperty("after").GetProperty("name").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
            Assert.That((await VerificationTests.VerifyAsync(desk)).Code, Is.Zero);
        }
    }

    [TestCase("update audit_entries set after = jsonb_set(after, '{title}', '\"Nothing happened\"') where entity = 'incident' and action = 'added'", "is not what was sealed")]
    [TestCase("update audit_entries set actor_id = '00000000-0000-7000-8000-000000000001' where entity = 'incident'", "is not what was sealed")]
    [TestCase("delete from audit_entries where entity = 'incident'", "was removed")]
    [TestCase("delete from audit_seals where position = 3", "are missing")]
    [TestCase("insert into audit_entries (xid, at, actor_id, via, action, entity, entity_id) values ('5', now(), '00000000-0000-7000-8000-000000000001', 'session', 'changed', 'team', 'x')", "was slipped in")]
    public async Task Tampering_is_found(string sql, string said)
    {
        await desk.As("alice").Open();
        await desk.SealAsync();
        Assert.That((await VerificationTests.VerifyAsync(desk)).Code, Is.Zero);

        await AsOwnerAsync(sql);

        var (code, text) = await VerificationTests.VerifyAsync(desk);
        Assert.That(code, Is.EqualTo(1));
        Assert.That(text, Does.Contain(said));
    }

    [TestCase("update audit_entries set via = 'x'")]
    [TestCase("delete from audit_seals")]
    public async Task The_application_itself_cannot_rewrite_it(string sql)
    {
        await desk.InScopeAsync(async services =>
        {
            await using var command = services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
            await Assert.ThatAsync(
                () => command.ExecuteNonQueryAsync(),
                Throws.TypeOf<PostgresException>().With.Property(nameof(PostgresException.SqlState)).EqualTo(PostgresErrorCodes.InsufficientPrivilege));
        });
    }

    [Test]
    public async Task Nothing_is_sealed_past_a_transaction_that_still_runs()
    {
        await desk.SealAsync();
        await using var connection = new NpgsqlConnection(desk.ConnectionString);
        await connection.OpenAsync();
        await using var slow = await connection.BeginTransactionAsync();
        await using (var early = new NpgsqlCommand(
            "insert into audit_entries (at, actor_id, via, action, entity, entity_id) values (now(), '00000000-0000-7000-8000-000000000001', 'system', 'changed', 'team', 'slow')", connection))
            await early.ExecuteNonQueryAsync();
        await desk.As("alice").Open();
        var before = await SealsAsync();

        Assert.That(await desk.SealOnceAsync(), Is.LessThan(TimeSpan.FromSeconds(1)), "it looks again soon");
        Assert.That(await SealsAsync(), Is.EqualTo(before));
        await slow.CommitAsync();
        await desk.SealAsync();

        Assert.That(await SealsAsync(), Is.EqualTo(before + 2));
        Assert.That((await VerificationTests.VerifyAsync(desk)).Code, Is.Zero);
    }

    [Test]
    public async Task Two_servers_seal_one_chain()
    {
        await using var twin = desk.Twin();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => desk.As("alice").Open($"Number {i}")));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? desk : twin).SealOnceAsync()));
        await desk.SealAsync();

        Assert.That(await SealsAsync(), Is.EqualTo(await desk.Db(db => db.Set<AuditEntry>().CountAsync())));
        Assert.That((await VerificationTests.VerifyAsync(desk)).Code, Is.Zero);
    }

    private Task<int> SealsAsync() => desk.Db(db => db.Set<AuditSeal>().CountAsync());

    private async Task AsOwnerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(desk.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
