using System.Net;

namespace ServiceDesk.Api.Tests.Tickets;

public sealed class ChangeSearchTests : ApiTest
{
    private string moved = "";
    private string still = "";

    [OneTimeSetUp]
    public async Task Move()
    {
        still = (await As("alice").Open("The saffron lamp hums")).Id;
        moved = (await As("alice").Open("The saffron lamp flickers")).Id;
        var team = await TeamId("service-desk");
        var url = $"incidents/{moved}";
        (await As("dan").Post(url + "/assign", new { teamId = team, assigneeId = await UserId("tina") })).Expect(HttpStatusCode.OK);
        (await As("tina").Post(url + "/start")).Expect(HttpStatusCode.OK);
        (await As("tina").Patch(url, new { impact = "high", tags = new[] { "lamp" } })).Expect(HttpStatusCode.OK);
        (await As("dan").Post(url + "/override-priority", new { priority = "p1", reason = "The board sits there." })).Expect(HttpStatusCode.OK);
        (await As("alice").Patch(url, new { title = "The saffron lamp flickers again" })).Expect(HttpStatusCode.OK);
    }

    [TestCase("changed(state)")]
    [TestCase("changed(state, to:inProgress)")]
    [TestCase("changed(état, de:nouveau, vers:affecté, par:dan)")]
    [TestCase("changed(state, new, assigned, dan)")]
    [TestCase("changed(state, from:open, during:today)")]
    [TestCase("changed(state, , , , -1h)")]
    [TestCase("changed(state, during:2026-01-01..)")]
    [TestCase("changed(owner, to:tina)")]
    [TestCase("changed(owner, from:empty, to:any)")]
    [TestCase("changed(group, to:\"service-desk\")")]
    [TestCase("changed(priority)")]
    [TestCase("changed(priority, to:p1, by:dan)")]
    [TestCase("changed(impact, from:medium, to:high, by:tina)")]
    [TestCase("changed(tag, to:lamp)")]
    [TestCase("changed(subject, by:alice)")]
    public async Task A_change_is_found_by_what_it_was_and_became_by_whom_and_when(string typed)
    {
        Assert.That(await Found("tom", typed + " saffron"), Is.EqualTo(new[] { moved }));
        Assert.That(await Found("tom", $"NOT {typed} saffron"), Is.EqualTo(new[] { still }));
    }

    [TestCase("changed(state, to:closed)")]
    [TestCase("changed(state, by:tom)")]
    [TestCase("changed(state, during:yesterday)")]
    [TestCase("changed(priority, from:p1)")]
    [TestCase("changed(tag, from:lamp)")]
    [TestCase("changed(site)")]
    public async Task A_change_that_never_was_is_not_found(string typed) => Assert.That(await Found("tom", typed + " saffron"), Is.Empty);

    [Test]
    public async Task A_requester_finds_the_changes_of_what_they_are_shown_their_tags_included()
    {
        Assert.That(await Found("alice", "changed(priority) saffron"), Is.EqualTo(new[] { moved }));
        Assert.That(await Found("alice", "changed(tag, to:lamp) saffron"), Is.EqualTo(new[] { moved }));
    }

    [TestCase("changed(colour)")]
    [TestCase("changed(state, to:purple)")]
    [TestCase("changed(subject, to:lamp)")]
    [TestCase("changed(state, during:someday)")]
    [TestCase("changed(state, new, assigned, dan, today, more)")]
    public async Task What_cannot_have_changed_matches_nothing_and_says_so(string typed)
    {
        var answer = (await As("tom").Get("tickets?q=" + Uri.EscapeDataString(typed))).Expect(HttpStatusCode.OK);

        Assert.That(answer["items"].GetArrayLength(), Is.Zero);
        Assert.That(answer["notices"].GetArrayLength(), Is.EqualTo(1), answer.Text);
    }

    private async Task<List<string>> Found(string userName, string typed) =>
        [.. (await As(userName).Get("tickets?limit=200&q=" + Uri.EscapeDataString(typed))).Expect(HttpStatusCode.OK)["items"].EnumerateArray()
            .Select(i => i.GetProperty("id").GetString()!)];
}
