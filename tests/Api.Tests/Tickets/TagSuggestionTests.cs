using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;

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

    // An index in the order of the list gives a colleague the latest; whoever sees little is led through what is theirs.
    [TestCase("tom", "ix_tickets_list_tagged")]
    [TestCase("alice", "ix_tickets_requester_id_public_updated_at_id")]
    public async Task The_suggestions_are_answered_from_an_index(string who, string index)
    {
        await Desk.Seed(40);
        using var counter = new StatementCounter(Desk.ConnectionString);
        (await As(who).Get("tickets/tags?q=t")).Expect(HttpStatusCode.OK);
        var (text, values) = counter.Seen.Single(s => s.Text.Contains("unnest(t.tags)", StringComparison.Ordinal));

        var plan = await PlanAsync(text, values);

        Assert.That(plan, Does.Contain("Index Scan Backward using " + index + " ").And.Not.Contain("Seq Scan on tickets"));
    }

    [Test]
    public async Task Bounds_are_kept()
    {
        (await As("tom").Get("tickets/tags?limit=51")).Expect(HttpStatusCode.BadRequest, "validation");
        (await As("tom").Get("tickets/tags?q=" + new string('x', 51))).Expect(HttpStatusCode.BadRequest, "validation");
    }

    // So few tickets as a test has are read faster without an index, or all of them and sorted.
    private Task<string> PlanAsync(string text, List<NpgsqlParameter> values) => Desk.Db(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlRawAsync("set local enable_seqscan = off; set local enable_bitmapscan = off");
        await using var explain = db.Database.GetDbConnection().CreateCommand();
        explain.CommandText = "explain " + text;
        explain.Parameters.AddRange(values.ToArray());
        List<string> lines = [];
        await using var reader = await explain.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    });

    private async Task Tagged(string by, params string[] tags) =>
        (await As(by).Post($"incidents/{(await As("alice").Open()).Id}/tags", new { add = tags })).Expect(HttpStatusCode.OK);

    private async Task<IEnumerable<string>> Offered(string to, string query) =>
        [.. (await As(to).Get("tickets/tags" + query)).Expect(HttpStatusCode.OK)["items"].EnumerateArray()
            .Select(t => $"{t.GetProperty("tag").GetString()} {t.GetProperty("tickets").GetInt32()}")];
}
