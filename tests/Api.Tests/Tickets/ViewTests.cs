using System.Net;

namespace ServiceDesk.Api.Tests.Tickets;

public sealed class ViewTests : ApiTest
{
    [Test]
    public async Task The_built_in_views_hold_what_their_names_say()
    {
        var tom = As("tom");
        var mine = await As("alice").Open("Mine to do");
        await tom.Post($"incidents/{mine.Id}/start");
        var free = await As("alice").Open("Nobody has it", new { teamId = (Guid?)null });
        await tom.Post($"incidents/{free.Id}/assign", new { teamId = await TeamId("service-desk") });
        var waiting = await As("alice").Open("Waits for parts");
        await tom.Post($"incidents/{waiting.Id}/start");
        await tom.Post($"incidents/{waiting.Id}/hold", new { reason = "awaitingParts" });

        Assert.That(await In("tom", "my-work"), Does.Contain(mine.Id).And.Contain(waiting.Id).And.Not.Contain(free.Id));
        Assert.That(await In("tom", "unassigned"), Does.Contain(free.Id).And.Not.Contain(mine.Id));
        Assert.That(await In("tom", "my-teams"), Does.Contain(free.Id).And.Contain(mine.Id));
        Assert.That(await In("alice", "requested"), Does.Contain(mine.Id).And.Contain(free.Id));
        Assert.That(await In("tom", "waiting"), Does.Not.Contain(waiting.Id));
        Clock.Advance(TimeSpan.FromDays(6));
        Assert.That(await In("tom", "waiting"), Does.Contain(waiting.Id));
        (await As("alice").Get("views/my-work")).Expect(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task The_pinned_views_are_counted_together()
    {
        await As("alice").Open();

        var counts = (await As("alice").Get("views/counts")).Expect(HttpStatusCode.OK)["views"].EnumerateArray().ToDictionary(v => v.GetProperty("id").GetString()!);

        Assert.That(counts["requested"].GetProperty("count").GetInt32(), Is.EqualTo((await In("alice", "requested")).Count));
        Assert.That((await As("tom").Get("views/counts")).Expect(HttpStatusCode.OK)["views"].GetArrayLength(), Is.GreaterThanOrEqualTo(9));
    }

    [Test]
    public async Task A_view_shows_columns_that_there_are_each_once()
    {
        var tina = As("tina");
        object With(params string[] columns) => new { name = "Columns", query = "printer", columns };

        foreach (var (columns, place) in new[] { (new[] { "title", "bogus" }, "columns[1]"), (["title", "dueAt", "title"], "columns[2]"), ([""], "columns[0]") })
        {
            var refused = (await tina.Post("views", With(columns))).Expect(HttpStatusCode.BadRequest, "validation");
            Assert.That(refused["errors"].TryGetProperty(place, out _), Is.True, refused.Text);
        }

        var saved = (await tina.Post("views", With("reference", "title", "lastMessage"))).Expect(HttpStatusCode.Created);
        var changed = (await tina.Patch("views/" + saved.Id, new { columns = new[] { "title", "title" } })).Expect(HttpStatusCode.BadRequest, "validation");
        Assert.That(changed["errors"].TryGetProperty("columns[1]", out _), Is.True, changed.Text);
        (await tina.Patch("views/" + saved.Id, new { columns = new[] { "bogus" } })).Expect(HttpStatusCode.BadRequest, "validation");
        (await tina.Patch("views/" + saved.Id, new { columns = new[] { "title" } })).Expect(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_view_is_saved_asked_changed_and_deleted()
    {
        var opened = await As("alice").Open("The saved spectrometer");
        var tina = As("tina");

        var saved = (await tina.Post("views", new { name = "Spectro", query = "état:nouveau spectrometer", sort = "-openedAt", pinned = true })).Expect(HttpStatusCode.Created);
        Assert.That(saved["query"].GetString(), Is.EqualTo("state:new text:spectrometer*"));
        Assert.That(await In("tina", saved.Id), Is.EqualTo(new[] { opened.Id }));
        (await tina.Post("views", new { name = "Spectro", query = "" })).Expect(HttpStatusCode.Conflict, "view.name_taken");

        var changed = (await tina.Patch("views/" + saved.Id, new { query = "state:closed" }, ifMatch: saved.ETag)).Expect(HttpStatusCode.OK);
        Assert.That(changed["name"].GetString(), Is.EqualTo("Spectro"));
        Assert.That(await In("tina", saved.Id), Is.Empty);
        (await tina.Patch("views/" + saved.Id, new { name = "Other" }, ifMatch: saved.ETag)).Expect(HttpStatusCode.PreconditionFailed);
        (await As("tom").Get("views/" + saved.Id)).Expect(HttpStatusCode.NotFound);
        (await tina.Delete("views/" + saved.Id)).Expect(HttpStatusCode.NoContent);
        (await tina.Get("views/" + saved.Id)).Expect(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task A_shared_view_shows_each_reader_what_they_see()
    {
        var team = await TeamId("service-desk");
        var view = (await As("dan").Post("views", new { name = "Ours", query = "owner:me", teamId = team })).Expect(HttpStatusCode.Created);
        var opened = await As("alice").Open();
        await As("tom").Post($"incidents/{opened.Id}/start");

        Assert.That(await In("tom", view.Id), Does.Contain(opened.Id));
        Assert.That(await In("dan", view.Id), Does.Not.Contain(opened.Id));
        (await As("tom").Patch("views/" + view.Id, new { name = "Mine now" })).Expect(HttpStatusCode.Forbidden, "view.not_yours");
        (await As("carl").Get("views/" + view.Id)).Expect(HttpStatusCode.NotFound);
        (await As("tom").Post("views", new { name = "Mine", query = "x", teamId = team })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("dan").Post("views", new { name = "Theirs", query = "x", teamId = await TeamId("network") })).Expect(HttpStatusCode.UnprocessableEntity, "view.not_your_team");
    }

    [Test]
    public async Task A_view_that_is_not_understood_is_not_kept() =>
        (await As("tom").Post("views", new { name = "Odd", query = "colour:red" })).Expect(HttpStatusCode.UnprocessableEntity, "view.query_unclear");

    private async Task<List<string>> In(string userName, string view) =>
        [.. (await As(userName).Get($"views/{view}/tickets?limit=200")).Expect(HttpStatusCode.OK)["items"].EnumerateArray().Select(i => i.GetProperty("id").GetString()!)];
}
