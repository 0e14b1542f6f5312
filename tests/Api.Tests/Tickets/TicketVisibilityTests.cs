using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Domain.People;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Api.Tests.Tickets;

/// <summary>Lists, counts, searches and single reads must agree on who sees what; the filter of the database context is the rule.</summary>
public sealed class TicketVisibilityTests : ApiTest
{
    [OneTimeSetUp]
    public async Task SeedTickets()
    {
        await Desk.Seed(120);
        await Desk.Db(async db =>
        {
            // Carl reads what one team has, Paula what one site has.
            var technician = await db.Set<Role>().SingleAsync(r => r.Key == "technician");
            var (carl, paula) = (await db.Set<User>().SingleAsync(u => u.UserName == "carl"), await db.Set<User>().SingleAsync(u => u.UserName == "paula"));
            var (network, lyon) = (await db.Teams.SingleAsync(t => t.Key == "network"), await db.Sites.FirstAsync());
            db.Add(Grant.Give(carl.Id, technician.Id, Clock.GetUtcNow(), team: network.Id));
            db.Add(Grant.Give(paula.Id, technician.Id, Clock.GetUtcNow(), site: lyon.Id));
            return await db.SaveChangesAsync();
        });
    }

    [TestCase("alice")]
    [TestCase("tom")]
    [TestCase("tina")]
    [TestCase("carl")]
    [TestCase("paula")]
    [TestCase("admin")]
    public async Task Every_way_to_tickets_shows_the_same_ones(string userName)
    {
        var expected = await SeenBy(userName);
        var client = As(userName);
        var listed = await Walk(client, "tickets?sort=-updatedAt");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(listed, Is.EquivalentTo(expected));
            Assert.That(await Walk(client, "tickets?sort=priority,dueAt"), Is.EquivalentTo(expected));
            Assert.That(await Walk(client, "incidents?sort=reference"), Is.EquivalentTo(expected));
            Assert.That(await Walk(client, "tickets?q=fails"), Is.EquivalentTo(expected));
            Assert.That((await client.Get("tickets?count=true&limit=1"))["total"].GetInt32(), Is.EqualTo(expected.Count));
            Assert.That(await Walk(client, "views/requested/tickets"), Is.SubsetOf(expected));
        }

        var states = (await client.Get("tickets/counts")).Expect(HttpStatusCode.OK)["states"].EnumerateArray();
        var counted = states.ToDictionary(s => s.GetProperty("state").GetString()!, s => s.GetProperty("tickets").GetProperty("count").GetInt32());
        foreach (var state in new[] { "new", "assigned", "resolved" })
            Assert.That(counted[state], Is.EqualTo(Math.Min(99, (await Walk(client, $"tickets?state={state}")).Count)), state);
        foreach (var id in expected.Take(3))
            (await client.Get("incidents/" + id)).Expect(HttpStatusCode.OK);
    }

    [Test]
    public async Task What_is_not_seen_is_found_in_no_way()
    {
        var mine = await SeenBy("alice");
        var foreign = (await Desk.Db(db => db.Tickets.Select(t => new { t.Id, t.Reference }).ToListAsync())).First(t => !mine.Contains(t.Id.Value.ToString()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await As("alice").Get($"tickets?q=%23{foreign.Reference[4..].TrimStart('0')}"))["items"].GetArrayLength(), Is.Zero);
            Assert.That((await As("alice").Get($"search?q={foreign.Reference}"))["hits"].EnumerateArray()
                .Where(h => h.GetProperty("type").GetString() == "ticket"), Is.Empty);
            (await As("alice").Get($"incidents/{foreign.Reference}")).Expect(HttpStatusCode.NotFound);
        }
    }

    private Task<List<string>> SeenBy(string userName) => Desk.InScopeAsync(async services =>
    {
        var access = services.GetRequiredService<AccessReader>();
        access.Forget();
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(Desk.TokenOf(userName)));
        services.GetRequiredService<Caller>().Is((await access.OfTokenAsync(hash, default))!);
        return (await services.GetRequiredService<ServiceDeskDbContext>().Tickets.Select(t => t.Id).ToListAsync()).ConvertAll(i => i.Value.ToString());
    });

    private static async Task<List<string>> Walk(ApiClient client, string path)
    {
        List<string> ids = [];
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await client.Get($"{path}{(path.Contains('?') ? '&' : '?')}limit=50&cursor={cursor}")).Expect(HttpStatusCode.OK);
            ids.AddRange(page["items"].EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            cursor = page["nextCursor"].GetString();
        }

        Assert.That(ids, Is.Unique);
        return ids;
    }
}
