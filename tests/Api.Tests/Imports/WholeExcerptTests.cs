using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Imports;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Api.Tests.Imports;

/// <summary>All thousand incidents that ship with the product: interrupted, gone on with by another server, repeated.</summary>
public sealed class WholeExcerptTests : ApiTest
{
    [Test]
    public async Task An_interrupted_import_goes_on_elsewhere_and_a_repeated_one_changes_nothing()
    {
        var started = (await As("admin").Upload(Excerpt.Packed())).Expect(HttpStatusCode.Accepted);
        using var kill = new CancellationTokenSource();
        Assert.That(() => Desk.RunImports(new StopAfterOneBatch(kill), kill.Token), Throws.InstanceOf<OperationCanceledException>());
        var halfway = await As("admin").Get("imports/" + started.Id);
        Assert.That(halfway["state"].GetString(), Is.EqualTo("running"));
        Assert.That(halfway["ticketsCreated"].GetInt32(), Is.InRange(1, 999));

        await using (var twin = Desk.Twin())
            await twin.RunImports();

        var done = await As("admin").Get("imports/" + started.Id);
        Assert.That(done["state"].GetString(), Is.EqualTo("done"));
        Assert.That(done["rowsRead"].GetInt32(), Is.EqualTo(Excerpt.Lines.Count()));
        Assert.That(done["ticketsCreated"].GetInt32(), Is.EqualTo(1000));
        await CompareAsync();

        var before = await CountsAsync();
        var again = (await As("admin").Upload(Excerpt.Packed())).Expect(HttpStatusCode.Accepted);
        await Desk.RunImports();

        var repeated = await As("admin").Get("imports/" + again.Id);
        Assert.That(repeated["ticketsCreated"].GetInt32(), Is.Zero);
        Assert.That(repeated["ticketsKnown"].GetInt32(), Is.EqualTo(1000));
        Assert.That(await CountsAsync(), Is.EqualTo(before));
        var (code, said) = await Verification.VerificationTests.VerifyAsync(Desk);
        Assert.That(code, Is.Zero, said);
    }

    [Test]
    public async Task An_import_that_another_server_works_on_is_left_to_it()
    {
        await using var desk = await Desk.StartAsync();
        var started = (await desk.As("admin").Upload(Excerpt.Lines.Take(10))).Expect(HttpStatusCode.Accepted);
        await desk.Db(db => db.Database.ExecuteSqlRawAsync(
            "update imports set state = 'running', lease_id = gen_random_uuid(), lease_until = {0}", desk.Clock.GetUtcNow() + TimeSpan.FromSeconds(59)));

        await desk.RunImports();
        Assert.That((await desk.As("admin").Get("imports/" + started.Id))["state"].GetString(), Is.EqualTo("running"));

        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.RunImports();
        Assert.That((await desk.As("admin").Get("imports/" + started.Id))["state"].GetString(), Is.EqualTo("done"));
    }

    private async Task CompareAsync()
    {
        var tickets = await Desk.Db(db => db.Incidents.AsNoTracking().Where(t => t.CreatedVia == "import").ToListAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                tickets.GroupBy(t => (int)t.Priority).ToDictionary(g => g.Key, g => g.Count()),
                Is.EquivalentTo(Excerpt.Incidents.GroupBy(i => i[^1]["priority"][0] - '0').ToDictionary(g => g.Key, g => g.Count())));
            Assert.That(tickets.Count(t => t.ReopenCount > 0), Is.EqualTo(Excerpt.Incidents.Count(i => i[^1]["reopen_count"] != "0")));
            Assert.That(tickets.Count(t => t.ReassignmentCount > 0), Is.EqualTo(Excerpt.Incidents.Count(i => i[^1]["reassignment_count"] != "0")));
            Assert.That(tickets.Count(t => t.ResolvedAt is null), Is.EqualTo(Excerpt.Incidents.Count(i => i[0]["resolved_at"] == "?")));
            Assert.That(
                tickets.Where(t => t.ResolvedAt is not null).Average(t => (t.ResolvedAt - t.OpenedAt)!.Value.TotalHours),
                Is.EqualTo(Excerpt.Incidents.Average(Excerpt.HoursToResolve)).Within(0.001));
            Assert.That(tickets.Select(t => t.Reference).Distinct().Count(), Is.EqualTo(1000));
        }
    }

    private Task<(int, int, int, int, long)> CountsAsync() => Desk.Db(async (ServiceDeskDbContext db) => (
        await db.Set<Incident>().CountAsync(), await db.Set<TicketEvent>().CountAsync(), await db.Set<Domain.People.User>().CountAsync(),
        await db.Set<Domain.Catalog.Category>().CountAsync(), await db.Set<Incident>().SumAsync(t => t.Version)));

    private sealed class StopAfterOneBatch(CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => stop.Cancel();
    }
}
