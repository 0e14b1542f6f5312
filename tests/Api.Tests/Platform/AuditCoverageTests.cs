using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Infrastructure.Audit;

namespace ServiceDesk.Api.Tests.Platform;

/// <summary>Everything that changes an incident is in the audit trail; a new command fails here until it is listed.</summary>
public sealed class AuditCoverageTests : ApiTest
{
    private static readonly object Resolution = new { code = "fixed", text = "A new fuser." };

    [Test]
    public async Task Every_command_of_an_incident_leaves_an_entry()
    {
        var commands = Commands();
        List<string> silent = [];
        foreach (var (name, (who, command)) in commands)
        {
            var act = await command();
            var last = await Desk.Db(db => db.Set<AuditEntry>().MaxAsync(e => e.Id));
            var answer = await act();
            Assert.That((int)answer.Status, Is.InRange(200, 299), $"{name}: {answer.Text}");
            var actor = await UserId(who);
            if (!await Desk.Db(db => db.Set<AuditEntry>().AnyAsync(e => e.Id > last && e.ActorId == actor)))
                silent.Add(name);
        }

        Assert.That(silent, Is.Empty);
        Assert.That(NamesOfCommands().Except(commands.Keys), Is.Empty, "every command is listed");
    }

    [Test]
    public async Task Comments_are_told_without_their_words()
    {
        var url = await Opened();
        var comment = (await As("alice").Post(url + "/comments", new { body = "It squeaks.", visibility = "public" })).Expect(HttpStatusCode.Created);
        (await As("alice").Patch($"{url}/comments/{comment.Id}", new { body = "It squeaks loudly." })).Expect(HttpStatusCode.OK);
        (await As("sue").Post($"{url}/comments/{comment.Id}/redact", new { reason = "A name" })).Expect(HttpStatusCode.OK);

        var trail = (await As("sue").Get($"audit?entity=comment&entityId={url.Split('/')[1]}/{comment.Id}")).Expect(HttpStatusCode.OK);

        var entries = trail["items"].EnumerateArray().ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(entries, Has.Count.EqualTo(3));
            Assert.That(entries[2].GetProperty("after").GetProperty("visibility").GetString(), Is.EqualTo("public"));
            Assert.That(Length(entries[2], "after"), Is.EqualTo("It squeaks.".Length));
            Assert.That((Length(entries[1], "before"), Length(entries[1], "after")), Is.EqualTo((11, 18)));
            Assert.That((Length(entries[0], "before"), Length(entries[0], "after")), Is.EqualTo((18, 0)));
            Assert.That(await Desk.Db(async db => (await db.Set<AuditEntry>().ToListAsync()).Where(e => (e.Before + e.After).Contains("squeaks"))), Is.Empty);
        }

        static int Length(JsonElement entry, string side) => entry.GetProperty(side).GetProperty("body").GetProperty("characters").GetInt32();
    }

    [Test]
    public async Task What_was_not_there_is_not_told_and_what_the_database_works_out_neither()
    {
        var url = await Opened();
        (await As("tom").Post(url + "/start")).Expect(HttpStatusCode.OK);
        (await As("tom").Post(url + "/hold", new { reason = "awaitingSupplier" })).Expect(HttpStatusCode.OK);
        (await As("tom").Post(url + "/resume")).Expect(HttpStatusCode.OK);

        var trail = (await As("sue").Get($"audit?entity=incident&entityId={url.Split('/')[1]}")).Expect(HttpStatusCode.OK);

        var (resumed, held, added) = (trail["items"][0], trail["items"][1], trail["items"][3]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(added.GetProperty("after").TryGetProperty("open", out _), Is.False);
            Assert.That(held.GetProperty("before").EnumerateObject().Select(m => m.Name), Has.None.StartsWith("pending."));
            Assert.That(held.GetProperty("after").GetProperty("pending.reason").GetString(), Is.EqualTo("awaitingSupplier"));
            Assert.That(resumed.GetProperty("before").GetProperty("pending.reason").GetString(), Is.EqualTo("awaitingSupplier"));
        }
    }

    [Test]
    public async Task What_is_said_of_a_restricted_ticket_is_told_to_nobody_who_may_not_see_it()
    {
        var url = await Opened("tom", new { restricted = true });
        (await As("tom").Post(url + "/comments", new { body = "Pay slips.", visibility = "internal" })).Expect(HttpStatusCode.Created);

        var page = (await As("admin").Get("audit?entity=comment&limit=1")).Expect(HttpStatusCode.OK);

        Assert.That(page["items"][0].GetProperty("withheld").GetBoolean(), Is.True);
    }

    private Dictionary<string, (string Who, Func<Task<Func<Task<Answer>>>> Command)> Commands() => new()
    {
        ["OpenIncident"] = ("alice", () => Now(() => As("alice").Open())),
        ["UpdateIncident"] = ("tom", async () => Patch("tom", await Opened(), new { title = "The scanner" })),
        ["AssignIncident"] = ("dan", async () => Post("dan", await Opened() + "/assign", new { teamId = await TeamId("network") })),
        ["StartIncident"] = ("tom", async () => Post("tom", await Opened() + "/start")),
        ["HoldIncident"] = ("tom", async () => Post("tom", await Started() + "/hold", new { reason = "awaitingParts" })),
        ["ResumeIncident"] = ("tom", async () => Post("tom", await After(await Started(), "tom", "/hold", new { reason = "awaitingParts" }) + "/resume")),
        ["ResolveIncident"] = ("tom", async () => Post("tom", await Opened() + "/resolve", Resolution)),
        ["ReopenIncident"] = ("alice", async () => Post("alice", await Resolved() + "/reopen", new { text = "Still." })),
        ["CloseIncident"] = ("alice", async () => Post("alice", await Resolved() + "/close")),
        ["CancelIncident"] = ("alice", async () => Post("alice", await Opened() + "/cancel", new { reason = "Found it." })),
        ["OverrideIncidentPriority"] = ("dan", async () => Post("dan", await Opened() + "/override-priority", new { priority = "p1", reason = "The board." })),
        ["TagIncident"] = ("tom", async () => Post("tom", await Opened() + "/tags", new { add = new[] { "printer" } })),
        ["RedactIncident"] = ("sue", async () => Post("sue", await Opened() + "/redact", new { parts = new[] { "remarks" }, reason = "A name" })),
        ["AddIncidentComment"] = ("alice", async () => Post("alice", await Opened() + "/comments", new { body = "It squeaks.", visibility = "public" })),
        ["EditIncidentComment"] = ("alice", async () => Patch("alice", await Commented(), new { body = "It squeaks loudly." })),
        ["RedactIncidentComment"] = ("sue", async () => Post("sue", await Commented() + "/redact", new { reason = "A name" })),
        ["AddAttachment"] = ("alice", async () => File(await Opened())),
        ["RemoveAttachment"] = ("alice", async () => await Opened() is var url ? Delete("alice", url + "/attachments/" + (await File(url)()).Id) : null!),
        ["AddIncidentTask"] = ("tom", async () => Post("tom", await Opened() + "/tasks", new { title = "Call" })),
        ["UpdateIncidentTask"] = ("tom", async () => Patch("tom", await Made("/tasks", new { title = "Call" }), new { state = "done" })),
        ["RemoveIncidentTask"] = ("tom", async () => Delete("tom", await Made("/tasks", new { title = "Call" }))),
        ["LogIncidentWork"] = ("tom", async () => Post("tom", await Opened() + "/worklogs", new { minutes = 5 })),
        ["UpdateIncidentWorklog"] = ("tom", async () => Patch("tom", await Made("/worklogs", new { minutes = 5 }), new { minutes = 6 })),
        ["RemoveIncidentWorklog"] = ("tom", async () => Delete("tom", await Made("/worklogs", new { minutes = 5 }))),
        ["LinkIncident"] = ("tom", async () => Post("tom", await Opened() + "/links", new { type = "relatedTo", targetId = await OpenedId() })),
        ["UnlinkIncident"] = ("tom", async () => Delete("tom", await Made("/links", new { type = "relatedTo", targetId = await OpenedId() }))),
        ["WatchIncident"] = ("tom", async () => Post("tom", await Opened() + "/watchers", new { userId = await UserId("tina") })),
        ["UnwatchIncident"] = ("tina", async () =>
            Delete("tina", await After(await Opened(), "tina", "/watchers", new { userId = await UserId("tina") }) + "/watchers/" + await UserId("tina"))),
        ["MergeIncident"] = ("tom", async () => Post("tom", await Opened() + "/merge", new { intoId = await OpenedId() })),
        ["UnmergeIncident"] = ("tom", async () => Post("tom", await After(await Opened(), "tom", "/merge", new { intoId = await OpenedId() }) + "/unmerge")),
        ["SplitIncident"] = ("tom", async () => await Commented() is var comment
            ? Post("tom", comment[..comment.IndexOf("/comments", StringComparison.Ordinal)] + "/split", new { commentId = comment.Split('/')[^1], title = "Another" }) : null!),
        ["FollowUpIncident"] = ("alice", async () => Post("alice", await After(await Resolved(), "alice", "/close") + "/follow-up")),
        ["ResolveIncidentChildren"] = ("tom", async () => Post("tom", await WithChild() + "/resolve-children", Resolution)),
        ["NudgeIncident"] = ("alice", async () => Post("alice", await Opened() + "/nudge")),
        ["DeclareMajorIncident"] = ("dan", async () => Post("dan", await Opened() + "/declare-major", await Major())),
        ["UpdateMajorIncident"] = ("dan", async () => Post("dan", await After(await Opened(), "dan", "/declare-major", await Major()) + "/major/updates", new { status = "Known." })),
        ["JoinMajorIncident"] = ("carl", async () => Post("carl", await After(await Opened(), "dan", "/declare-major", await Major()) + "/join")),
    };

    private IEnumerable<string> NamesOfCommands() =>
        from endpoint in Desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.RoutePattern.RawText!.Contains("/incidents", StringComparison.Ordinal)
            && !endpoint.RoutePattern.RawText.Contains("/reports/", StringComparison.Ordinal)
            && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.All(m => m != "GET")
        select endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName;

    private static Task<Func<Task<Answer>>> Now(Func<Task<Answer>> act) => Task.FromResult(act);

    private Func<Task<Answer>> Post(string who, string url, object? body = null) => () => As(who).Post(url, body);

    private Func<Task<Answer>> Patch(string who, string url, object body) => () => As(who).Patch(url, body);

    private Func<Task<Answer>> Delete(string who, string url) => () => As(who).Delete(url);

    private Func<Task<Answer>> File(string url) => () => As("alice").Send(new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{url}/attachments")
    {
        Content = new MultipartFormDataContent { { new ByteArrayContent("Tried twice."u8.ToArray()), "file", "notes.txt" } },
    });

    private async Task<object> Major() => new { leadId = await UserId("dan"), summary = "Nobody can print." };

    private async Task<string> OpenedId() => (await As("alice").Open()).Id;

    private async Task<string> Opened(string who = "alice", object? more = null) => "incidents/" + (await As(who).Open(more: more)).Id;

    private async Task<string> Started() => await After(await Opened(), "tom", "/start");

    private async Task<string> Resolved() => await After(await Opened(), "tom", "/resolve", Resolution);

    private async Task<string> Commented()
    {
        var url = await Opened();
        return $"{url}/comments/{(await As("alice").Post(url + "/comments", new { body = "It squeaks.", visibility = "public" })).Expect(HttpStatusCode.Created).Id}";
    }

    private async Task<string> Made(string what, object body)
    {
        var url = await Opened();
        return $"{url}{what}/{(await As("tom").Post(url + what, body)).Expect(HttpStatusCode.Created).Id}";
    }

    private async Task<string> WithChild()
    {
        var parent = await OpenedId();
        await Opened("alice", new { parentId = parent });
        return "incidents/" + parent;
    }

    private async Task<string> After(string url, string who, string verb, object? body = null)
    {
        Assert.That((int)(await As(who).Post(url + verb, body)).Status, Is.InRange(200, 299), verb);
        return url;
    }
}
