using System.Net;

namespace ServiceDesk.Api.Tests.Tickets;

/// <summary>Tags that are in use are offered while one is typed.</summary>
public sealed class TagSuggestionTests : ApiTest
{
    [Test]
    public async Task Tags_in_use_are_offered_by_their_beginning_the_most_used_first()
    {
        await Tagged("tina", "vpn-client", "windows");
        await Tagged("tina", "vpn", "vpn-client");
        await Tagged("tom", "vpn-client", "network");

        Assert.That(await Offered("tom", "?q=VPN"), Is.EqualTo(new[] { "vpn-client 3", "vpn 1" }));
        Assert.That(await Offered("tom", "?q=vpn&limit=1"), Is.EqualTo(new[] { "vpn-client 3" }));
        Assert.That(await Offered("tom", ""), Has.Member("windows 1").And.Member("network 1"));
        Assert.That(await Offered("tom", "?q=pn"), Is.Empty);
        Assert.That(await Offered("tom", "?q=%25"), Is.Empty, "a sign of a pattern is a letter");
    }

    [Test]
    public async Task A_tag_of_tickets_one_does_not_see_is_not_offered()
    {
        var secret = (await As("alice").Open()).Id;
        (await As("sue").Post($"incidents/{secret}/assign", new { teamId = await TeamId("network") })).Expect(HttpStatusCode.OK);
        (await As("sue").Post($"incidents/{secret}/tags", new { add = new[] { "harassment" } })).Expect(HttpStatusCode.OK);
        Assert.That(await Offered("tom", "?q=har"), Is.EqualTo(new[] { "harassment 1" }));

        (await As("sue").Patch($"incidents/{secret}", new { restricted = true })).Expect(HttpStatusCode.OK);

        Assert.That(await Offered("tom", "?q=har"), Is.Empty);
        Assert.That(await Offered("tina", "?q=har"), Is.EqualTo(new[] { "harassment 1" }), "her team owns it");
        Assert.That(await Offered("carl", "?q=har"), Is.Empty);
    }

    [Test]
    public async Task Bounds_are_kept()
    {
        (await As("tom").Get("tickets/tags?limit=51")).Expect(HttpStatusCode.BadRequest, "validation");
        (await As("tom").Get("tickets/tags?q=" + new string('x', 51))).Expect(HttpStatusCode.BadRequest, "validation");
    }

    private async Task Tagged(string by, params string[] tags) =>
        (await As(by).Post($"incidents/{(await As("alice").Open()).Id}/tags", new { add = tags })).Expect(HttpStatusCode.OK);

    private async Task<IEnumerable<string>> Offered(string to, string query) =>
        [.. (await As(to).Get("tickets/tags" + query)).Expect(HttpStatusCode.OK)["items"].EnumerateArray()
            .Select(t => $"{t.GetProperty("tag").GetString()} {t.GetProperty("tickets").GetInt32()}")];
}
