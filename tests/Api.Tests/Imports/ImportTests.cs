using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Api.Hosting;
using ServiceDesk.Application.Imports;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Api.Tests.Imports;

public sealed class ImportTests : ApiTest
{
    [Test]
    public async Task Only_who_may_run_imports_sees_or_starts_one()
    {
        foreach (var userName in new[] { "alice", "tom", "sue" })
        {
            (await As(userName).Upload(Excerpt.Lines.Take(3))).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As(userName).Get("imports")).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As(userName).Get("imports/" + Guid.Empty)).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As(userName).Get($"imports/{Guid.Empty}/rejections")).Expect(HttpStatusCode.Forbidden, "forbidden");
        }

        (await As("admin").Get("imports/" + Guid.Empty)).Expect(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task What_is_asked_for_must_exist()
    {
        var admin = As("admin");
        byte[] file = [1];

        (await admin.Upload(file, profile: "other")).Expect(HttpStatusCode.BadRequest, "validation");
        (await admin.Upload(Array.Empty<byte>())).Expect(HttpStatusCode.BadRequest, "validation");
        (await admin.Upload(file, "{ \"zone\": \"Europe/Paris\" }")).Expect(HttpStatusCode.BadRequest, "request.malformed");
        (await admin.Upload(file, new { timeZone = "Mars/Olympus" })).Expect(HttpStatusCode.UnprocessableEntity, "import.time_zone_unknown");
        (await admin.Upload(file, new { policyId = Guid.Empty })).Expect(HttpStatusCode.UnprocessableEntity, "import.policy_unknown");
    }

    [Test]
    public async Task A_file_is_taken_in_at_once_and_imported_by_a_server()
    {
        var lines = Excerpt.Lines.TakeWhile((l, i) => i < 40).ToList();
        var started = (await As("admin").Upload(lines, new { source = "taken-in" })).Expect(HttpStatusCode.Accepted);

        Assert.That(started.Location, Is.EqualTo("/api/v1/imports/" + started.Id));
        Assert.That(started["state"].GetString(), Is.EqualTo("queued"));

        while (await Desk.RunImports() == TimeSpan.Zero)
        {
        }

        var done = (await As("admin").Get("imports/" + started.Id)).Expect(HttpStatusCode.OK);
        Assert.That(done["state"].GetString(), Is.EqualTo("done"));
        Assert.That(done["rowsRead"].GetInt32(), Is.EqualTo(40));
        Assert.That(done["ticketsCreated"].GetInt32(), Is.EqualTo(Excerpt.Group(lines).Count));
        Assert.That(done["rejected"].GetArrayLength(), Is.Zero);
        Assert.That(done["finishedAt"].GetDateTimeOffset(), Is.EqualTo(Clock.GetUtcNow()));
        Assert.That((await As("admin").Get("imports")).Json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()), Has.Member(started.Id));
        Assert.That(await Desk.Db(db => db.Set<Infrastructure.Imports.ImportChunk>().CountAsync(c => c.ImportId == new Domain.Imports.ImportId(new Guid(started.Id)))), Is.Zero);
    }

    [Test]
    public async Task Rows_that_cannot_be_taken_are_told_with_number_and_reason()
    {
        var lines = Excerpt.Lines.Take(30).ToList();
        var firstNumber = lines[0].Split(',')[0];
        lines[3] = lines[3].Replace(",Active,", ",Dancing,", StringComparison.Ordinal).Replace(",New,", ",Dancing,", StringComparison.Ordinal)
            .Replace(",Resolved,", ",Dancing,", StringComparison.Ordinal).Replace(",Closed,", ",Dancing,", StringComparison.Ordinal);
        lines[10] = "too,short";
        lines[20] = lines[20].Replace("/2016", "/16", StringComparison.Ordinal);
        lines.Add(lines[0]);

        var done = await Desk.Import(lines, new { source = "rejected" });

        var rejected = done["rejected"].EnumerateArray().Select(r => (Row: r.GetProperty("row").GetInt32(), Reason: r.GetProperty("reason").GetString())).ToList();
        Assert.That(rejected.Select(r => r.Row), Is.EqualTo(new[] { 4, 11, 21, 31 }));
        Assert.That(rejected[0].Reason, Is.EqualTo("Line 5: incident_state 'Dancing' is not known."));
        Assert.That(rejected[1].Reason, Is.EqualTo("Line 12: has 2 fields instead of 36."));
        Assert.That(rejected[2].Reason, Does.Contain("is not a date"));
        Assert.That(done["rejected"].EnumerateArray().Select(r => r.GetProperty("code").GetString()), Is.EqualTo(new[] { "state", "width", "date", "apart" }));
        Assert.That(done["rejected"][0].GetProperty("values").GetRawText(), Is.EqualTo("""{"line":"5","value":"Dancing"}"""));
        Assert.That(rejected[3].Reason, Does.StartWith($"Line 32: {firstNumber} stands further up already"));
        Assert.That(done["rowsRejected"].GetInt32(), Is.EqualTo(4));
        Assert.That(done["rowsRead"].GetInt32(), Is.EqualTo(31));
        var paged = await As("admin").Get($"imports/{done.Id}/rejections?limit=3");
        var rest = await As("admin").Get($"imports/{done.Id}/rejections?limit=3&cursor={paged["nextCursor"].GetString()}");
        Assert.That(rest["items"].EnumerateArray().Select(r => r.GetProperty("row").GetInt32()), Is.EqualTo(new[] { 31 }));
    }

    [Test]
    public async Task A_file_that_is_no_such_log_fails_as_a_whole()
    {
        var started = (await As("admin").Upload("a,b,c\n1,2,3"u8.ToArray())).Expect(HttpStatusCode.Accepted);
        await Desk.RunImports();

        var failed = await As("admin").Get("imports/" + started.Id);
        Assert.That(failed["state"].GetString(), Is.EqualTo("failed"));
        Assert.That(failed["failure"].GetString(), Does.Contain("incident_state"));
        Assert.That(failed["failureCode"].GetString(), Is.EqualTo("columns"));
        Assert.That(failed["failureValues"].GetProperty("columns").GetString(), Does.Contain("incident_state"));
        var listed = (await As("admin").Get("imports"))["items"].EnumerateArray().Single(i => i.GetProperty("id").GetString() == started.Id);
        Assert.That(listed.GetProperty("failureCode").GetString(), Is.EqualTo("columns"));
    }

    [Test]
    public async Task A_packed_file_that_is_damaged_and_an_empty_one_say_so_by_a_code()
    {
        foreach (var (file, code) in new (byte[], string)[] { ([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9], "packing"), ("\n"u8.ToArray(), "empty") })
        {
            var started = (await As("admin").Upload(file)).Expect(HttpStatusCode.Accepted);
            await Desk.RunImports();

            var failed = await As("admin").Get("imports/" + started.Id);
            Assert.That((failed["state"].GetString(), failed["failureCode"].GetString()), Is.EqualTo(("failed", code)), failed.Text);
        }
    }

    [Test]
    public async Task The_command_imports_here_and_now_and_says_how_far_it_is()
    {
        await using var output = new StringWriter();
        var lines = Excerpt.Lines.Take(25).Prepend(Excerpt.Heading);
        await using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));

        var code = await Desk.InScopeAsync(s => ImportCommand.RunAsync(
            s, new StartImport(ImportProfiles.ServiceNowEventLog, "log.csv", content.Length, content) { Source = "by-command" }, output, default));

        Assert.That(code, Is.Zero, output.ToString());
        Assert.That(output.ToString(), Does.Contain("  25 rows, ").And.Contain("Done: 25 rows read"));
        Assert.That(await Desk.Db(db => db.Incidents.CountAsync(t => t.ExternalReference!.System == "by-command")), Is.GreaterThan(0));
    }

    [Test]
    public async Task A_ticket_keeps_its_history_at_its_own_time_and_its_priority_as_given()
    {
        var log = Excerpt.Incidents.First(i => i[^1]["priority"].StartsWith('4') && i[^1]["impact"].StartsWith('3') && i[^1]["urgency"].StartsWith('3') && i[0]["resolved_at"] != "?");
        await Desk.Import(Excerpt.Lines.Where(l => l.StartsWith(log[0]["number"] + ",", StringComparison.Ordinal)), new { source = "one" });

        var ticket = await Desk.Db(db => db.Incidents.AsNoTracking().Include(t => t.Timeline).SingleAsync(t => t.ExternalReference!.System == "one"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ticket.Priority, Is.EqualTo(Priority.P4));
            Assert.That(ticket.PriorityOverride, Is.EqualTo(new PriorityOverride(Priority.P4, "imported")));
            Assert.That(ticket.OpenedAt, Is.EqualTo(Excerpt.At(log[0]["opened_at"])));
            Assert.That(ticket.ResolvedAt, Is.EqualTo(Excerpt.At(log[0]["resolved_at"])));
            Assert.That(ticket.ClosedAt, Is.EqualTo(Excerpt.At(log[0]["closed_at"])));
            Assert.That(ticket.State, Is.EqualTo(TicketState.Closed));
            Assert.That(ticket.ReassignmentCount, Is.EqualTo(int.Parse(log[^1]["reassignment_count"])));
            Assert.That(ticket.CreatedVia, Is.EqualTo("import"));
            Assert.That(ticket.Timeline.OrderBy(e => e.Sequence).Skip(1).Select(e => e.At).Distinct(), Is.EqualTo(log.Select(r => Excerpt.At(r["sys_updated_at"])!.Value).Distinct()));
            Assert.That(ticket.Timeline.Count(e => e.Type == TicketEventType.Resolved), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Nobody_is_told_of_what_was_imported()
    {
        await Desk.Import(Excerpt.Lines.Take(20), new { source = "silent" });

        Assert.That(await Desk.Db(db => db.Set<Infrastructure.Outbox.OutboxMessage>().Where(m => m.TicketId != null).CountAsync()), Is.Zero);
    }
}
