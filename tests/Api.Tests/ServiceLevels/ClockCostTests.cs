using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Api.Tests.ServiceLevels;

public sealed class ClockCostTests : ApiTest
{
    [Test]
    public async Task Clocks_cost_opening_a_ticket_no_round_trip()
    {
        using var counter = new StatementCounter(Desk.ConnectionString);
        var promised = await CountAsync(counter);
        var policies = await Desk.Db(db => db.Set<ServiceLevelPolicy>().Select(p => p.Id.Value).ToListAsync());
        foreach (var policy in policies)
            (await As("admin").Post($"service-levels/policies/{policy}/deactivate")).Expect(HttpStatusCode.OK);

        var unpromised = await CountAsync(counter);

        // Without clocks the answer has to ask whether there are any; with them they are at hand.
        Assert.That(promised, Is.LessThanOrEqualTo(unpromised));
    }

    private async Task<int> CountAsync(StatementCounter counter)
    {
        await As("alice").Open();
        await As("alice").Open();
        counter.Count = 0;
        await As("alice").Open();
        return counter.Count;
    }
}
