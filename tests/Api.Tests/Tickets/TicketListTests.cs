using System.Net;
using System.Text.Json;

namespace ServiceDesk.Api.Tests.Tickets;

public sealed class TicketListTests : ApiTest
{
    [Test]
    public async Task A_row_says_what_the_queue_page_needs()
    {
        var opened = await As("alice").Open("The badge reader at the gate is dead");
        await As("tom").Post($"incidents/{opened.Id}/start");
        await As("tom").Post($"incidents/{opened.Id}/hold", new { reason = "awaitingParts" });

        var row = Row(await As("tom").Get("tickets?assigneeId=me&state=pending"), opened.Id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(row.GetProperty("reference").GetString(), Is.EqualTo(opened["reference"].GetString()));
            Assert.That(row.GetProperty("practice").GetString(), Is.EqualTo("incident"));
            Assert.That(row.GetProperty("state").GetString(), Is.EqualTo("pending"));
            Assert.That(row.GetProperty("priority").GetString(), Is.EqualTo("p3"));
            Assert.That(row.GetProperty("requester").GetRawText(), Does.Contain("Alice Martin").And.Contain("\"vip\":false"));
            Assert.That(row.GetProperty("team").GetProperty("name").GetString(), Is.EqualTo("Service Desk"));
            Assert.That(row.GetProperty("assignee").GetProperty("name").GetString(), Is.EqualTo("Tom Becker"));
            Assert.That(row.GetProperty("site").GetProperty("name").GetString(), Is.EqualTo("Lyon"));
            Assert.That(row.GetProperty("pending").GetProperty("reason").GetString(), Is.EqualTo("awaitingParts"));
            Assert.That(row.GetProperty("version").GetInt64(), Is.EqualTo(3));
        }
    }

    [Test]
    public async Task A_row_tells_the_newest_message_and_of_notes_only_to_who_reads_them()
    {
        var opened = await As("alice").Open("The projector hums");
        Assert.That(Row(await As("tom").Get("tickets"), opened.Id).GetProperty("lastMessage").ValueKind, Is.EqualTo(JsonValueKind.Null));
        await As("tom").Post($"incidents/{opened.Id}/comments", new { body = $"Please\n\nsend a picture. {new string('x', 200)}", visibility = "public" });
        Clock.Advance(TimeSpan.FromMinutes(1));
        await As("tom").Post($"incidents/{opened.Id}/comments", new { body = "The lamp, surely.", visibility = "internal" });

        var (toms, alices) = (Row(await As("tom").Get("tickets"), opened.Id).GetProperty("lastMessage"), Row(await As("alice").Get("tickets"), opened.Id).GetProperty("lastMessage"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(toms.GetProperty("words").GetString(), Is.EqualTo("The lamp, surely."));
            Assert.That(toms.GetProperty("visibility").GetString(), Is.EqualTo("internal"));
            Assert.That(toms.GetProperty("by").GetProperty("name").GetString(), Is.EqualTo("Tom Becker"));
            Assert.That(alices.GetProperty("words").GetString(), Does.StartWith("Please send a picture. xxx").And.EndWith("x…").And.Length.EqualTo(140));
        }
    }

    [TestCase("reference")]
    [TestCase("-reference")]
    [TestCase("openedAt")]
    [TestCase("-updatedAt")]
    [TestCase("dueAt")]
    [TestCase("-dueAt")]
    [TestCase("priority,dueAt")]
    [TestCase("-priority,-dueAt")]
    public async Task A_walk_by_cursor_meets_every_ticket_once_in_order_while_others_arrive(string sort)
    {
        await Desk.Seed(37);
        var tom = As("tom");
        var before = (await tom.Get($"tickets?sort={sort}&limit=200"))["items"].EnumerateArray().Select(i => i.GetProperty("id").GetString()!).ToList();

        List<string> walked = [];
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await tom.Get($"tickets?sort={sort}&limit=7&cursor={cursor}")).Expect(HttpStatusCode.OK);
            walked.AddRange(page["items"].EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            cursor = page["nextCursor"].GetString();
            await As("alice").Open("One more while the list is walked");
        }

        Assert.That(before, Has.Count.GreaterThanOrEqualTo(20));
        Assert.That(walked, Is.Unique);
        Assert.That(walked.Where(before.Contains), Is.EqualTo(before));
    }

    [Test]
    public async Task Counting_is_asked_for()
    {
        for (var i = 0; i < 3; i++)
            await As("tom").Open("Counted", new { tags = new[] { "counted" } });

        var counted = await As("tom").Get("tickets?count=true&limit=1&tag=counted");

        Assert.That(counted["total"].GetInt32(), Is.EqualTo(3));
        Assert.That(counted["totalCapped"].GetBoolean(), Is.False);
        Assert.That((await As("tom").Get("tickets?limit=1"))["total"].ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [TestCase("sort=colour", "sort.unsupported")]
    [TestCase("sort=priority,-dueAt", "sort.unsupported")]
    [TestCase("cursor=abc", "cursor.invalid")]
    [TestCase("state=broken", "filter.invalid")]
    [TestCase("teamId=network", "filter.invalid")]
    [TestCase("limit=201", "validation")]
    [TestCase("limit=0", "validation")]
    [TestCase("colour=red", "request.unknown_parameter")]
    public async Task What_a_list_does_not_know_is_refused(string query, string code) =>
        (await As("tom").Get("tickets?" + query)).Expect(HttpStatusCode.BadRequest, code);

    private static JsonElement Row(Answer list, string id) =>
        list.Expect(HttpStatusCode.OK)["items"].EnumerateArray().Single(i => i.GetProperty("id").GetString() == id);
}
