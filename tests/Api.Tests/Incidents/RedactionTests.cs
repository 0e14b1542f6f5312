using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Api.Tests.Platform;
using ServiceDesk.Infrastructure.Outbox;

namespace ServiceDesk.Api.Tests.Incidents;

public sealed class RedactionTests : ApiTest
{
    [Test]
    public async Task Words_of_a_ticket_are_taken_out_wherever_they_are_kept()
    {
        const string Secret = "hunter3-Lynx";
        var body = new { title = $"Locked out, {Secret}", description = $"My password is {Secret}.", impact = "low", urgency = "low" };
        var opened = (await As("alice").Post("incidents", body, key: "words")).Expect(HttpStatusCode.Created);
        var url = $"incidents/{opened.Id}";
        (await As("alice").Patch(url, new { title = $"Locked out with {Secret}", description = $"It is {Secret}, sorry." })).Expect(HttpStatusCode.OK);
        (await As("tom").Post(url + "/start")).Expect(HttpStatusCode.OK);
        (await As("tom").Post(url + "/resolve", new { code = "fixed", text = $"Reset {Secret}." }, key: "resolved")).Expect(HttpStatusCode.OK);
        (await As("alice").Post(url + "/reopen", new { text = $"Still {Secret}." })).Expect(HttpStatusCode.OK);
        (await As("dan").Post(url + "/override-priority", new { priority = "p2", reason = $"Because {Secret}." })).Expect(HttpStatusCode.OK);
        (await As("dan").Post(url + "/declare-major", new { leadId = await UserId("dan"), summary = $"All know {Secret}." })).Expect(HttpStatusCode.OK);
        (await As("dan").Post(url + "/major/updates", new { status = $"It was {Secret}." })).Expect(HttpStatusCode.OK);
        (await As("tom").Post(url + "/resolve", new { code = "fixed", text = $"Reset {Secret} again." })).Expect(HttpStatusCode.OK);
        await DeliverAsync();
        Assert.That((await As("tom").Get($"tickets?q={Secret}"))["items"].GetArrayLength(), Is.EqualTo(1));

        var parts = new[] { "title", "description", "resolution", "remarks" };
        (await As("tom").Post(url + "/redact", new { parts, title = "Locked out", reason = "A password" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        var redacted = (await As("sue").Post(url + "/redact", new { parts, title = "Locked out", reason = "A password" })).Expect(HttpStatusCode.OK);

        Assert.That(redacted["title"].GetString(), Is.EqualTo("Locked out"));
        Assert.That(redacted["description"].GetString(), Is.Empty);
        Assert.That(redacted["resolution"].GetProperty("text").GetString(), Is.Empty);
        Assert.That(await Desk.TablesThatSay(Secret), Is.Empty);
        Assert.That(await Desk.TablesThatSay("hunter3"), Is.Empty, "nor the words it is found by");
        Assert.That((await As("tom").Get($"tickets?q={Secret}"))["items"].GetArrayLength(), Is.Zero);
        var timeline = (await As("alice").Get(url + "/timeline?limit=200")).Expect(HttpStatusCode.OK);
        Assert.That(timeline["items"].EnumerateArray().Last().GetProperty("details").GetProperty("reason").GetString(), Is.EqualTo("A password"));
        Assert.That(timeline["items"].EnumerateArray().Count(i => i.GetProperty("details").TryGetProperty("redacted", out _)), Is.EqualTo(7));
        (await As("alice").Post("incidents", body, key: "words")).Expect(HttpStatusCode.Gone, "answer.redacted");
        (await As("tom").Post(url + "/resolve", new { code = "fixed", text = $"Reset {Secret}." }, key: "resolved")).Expect(HttpStatusCode.Gone, "answer.redacted");
    }

    [Test]
    public async Task Words_beside_the_ticket_are_taken_out_too()
    {
        const string Secret = "hunter5-Badger";
        (await As("admin").Post("custom-fields", new { key = "machine", type = "text", name = "Machine" })).Expect(HttpStatusCode.Created);
        (await As("admin").Post("custom-fields", new { key = "loaned", type = "boolean", name = "Loaned" })).Expect(HttpStatusCode.Created);
        var opened = await As("alice").Open("Locked out", new { customFields = new { machine = $"PC, {Secret}", loaned = true } });
        var url = $"incidents/{opened.Id}";
        var task = (await As("tom").Post(url + "/tasks", new { title = $"Reset {Secret}" }, key: "task")).Expect(HttpStatusCode.Created);
        (await As("tom").Patch($"{url}/tasks/{task.Id}", new { title = $"Reset {Secret} at once" })).Expect(HttpStatusCode.OK);
        (await As("tom").Post(url + "/worklogs", new { minutes = 5, text = $"Tried {Secret}." }, key: "worklog")).Expect(HttpStatusCode.Created);
        await DeliverAsync();
        Assert.That(await Desk.TablesThatSay(Secret), Does.Contain("ticket_events"));

        var redacted = (await As("sue").Post(url + "/redact", new { parts = new[] { "tasks", "worklogs", "customFields" }, reason = "A password" })).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(redacted["title"].GetString(), Is.EqualTo("Locked out"));
            Assert.That(redacted["customFields"].GetRawText(), Is.EqualTo("""{"loaned":true}"""));
            Assert.That(await Desk.TablesThatSay(Secret), Is.Empty);
            Assert.That((await As("tom").Get(url + "/tasks"))["items"][0].GetProperty("title").GetString(), Is.EqualTo("***"));
            Assert.That((await As("tom").Get(url + "/worklogs"))["items"][0].GetProperty("text").GetString(), Is.Empty);
        }
    }

    [Test]
    public async Task Only_the_parts_that_are_named_go()
    {
        var opened = await As("alice").Open("The lamp", new { description = "By the door." });
        var url = $"incidents/{opened.Id}";
        (await As("tom").Post(url + "/resolve", new { code = "fixed", text = "New bulb." })).Expect(HttpStatusCode.OK);

        var redacted = (await As("sue").Post(url + "/redact", new { parts = new[] { "description" }, reason = "A name" })).Expect(HttpStatusCode.OK);

        Assert.That(redacted["title"].GetString(), Is.EqualTo("The lamp"));
        Assert.That(redacted["description"].GetString(), Is.Empty);
        Assert.That(redacted["resolution"].GetProperty("text").GetString(), Is.EqualTo("New bulb."));
        (await As("sue").Post(url + "/redact", new { parts = new[] { "title" }, reason = "A name" })).Expect(HttpStatusCode.BadRequest, "validation");
        (await As("sue").Post(url + "/redact", new { parts = Array.Empty<string>(), reason = "A name" })).Expect(HttpStatusCode.BadRequest, "validation");
    }

    [Test]
    public async Task A_ticket_made_from_a_comment_loses_its_words_with_it()
    {
        const string Secret = "hunter4-Otter";
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}";
        var comment = (await As("alice").Post(url + "/comments", new { body = $"Another thing: {Secret}.", visibility = "public" })).Expect(HttpStatusCode.Created);
        var split = (await As("tom").Post(url + "/split", new { commentId = comment.Id, title = "Another thing" }, key: "split")).Expect(HttpStatusCode.Created);
        (await As("tom").Patch($"incidents/{split.Id}", new { description = $"Tidied: {Secret}." })).Expect(HttpStatusCode.OK);
        (await As("tom").Patch($"incidents/{split.Id}", new { restricted = false })).Expect(HttpStatusCode.OK);
        (await As("sue").Patch($"incidents/{split.Id}", new { restricted = true })).Expect(HttpStatusCode.OK);
        (await As("sue").Get($"incidents/{split.Id}")).Expect(HttpStatusCode.NotFound, "not_found");

        (await As("sue").Post($"{url}/comments/{comment.Id}/redact", new { reason = "A password" })).Expect(HttpStatusCode.OK);

        Assert.That(await Desk.TablesThatSay(Secret), Is.Empty);
        var left = (await As("alice").Get($"incidents/{split.Id}")).Expect(HttpStatusCode.OK);
        Assert.That((left["title"].GetString(), left["description"].GetString()), Is.EqualTo(("Another thing", "")));
        Assert.That((await As("alice").Get($"incidents/{split.Id}/timeline?limit=200"))["items"].EnumerateArray().Select(i => i.GetProperty("type").GetString()), Does.Contain("redacted"));
    }

    private Task DeliverAsync() => Desk.InScopeAsync(async s =>
    {
        while (await s.GetRequiredService<OutboxStep>().RunOnceAsync(default) == TimeSpan.Zero) { }
    });
}
