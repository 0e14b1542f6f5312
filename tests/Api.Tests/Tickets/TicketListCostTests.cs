using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;

namespace ServiceDesk.Api.Tests.Tickets;

/// <summary>What a list costs does not grow with what is in it.</summary>
public sealed class TicketListCostTests : ApiTest
{
    [TestCase("tickets?limit=200", 1)]
    [TestCase("tickets?limit=200&count=true", 2)]
    [TestCase("tickets?limit=200&q=printer+state:open", 1)]
    [TestCase("views/my-teams/tickets?limit=200", 1)]
    [TestCase("views/counts", 2)]
    [TestCase("tickets/counts", 1)]
    [TestCase("search?q=printer", 2)]
    [TestCase("incidents/suggestions?title=printer", 2)]
    public async Task A_list_takes_as_many_statements_for_many_tickets_as_for_few(string path, int statements)
    {
        await Desk.Seed(3);
        await As("tina").Get(path);
        using var counter = new StatementCounter(Desk.ConnectionString);
        await As("tina").Get(path);
        var few = counter.Count;
        await Desk.Seed(40, seed: 11);
        await As("tina").Get("session");
        counter.Count = 0;
        await As("tina").Get(path);

        Assert.That((few, counter.Count), Is.EqualTo((statements, statements)));
    }

    [Test]
    public async Task A_question_that_takes_too_long_is_stopped_and_the_connection_goes_on()
    {
        await Desk.Db(async db =>
        {
            var slow = SqlText.Raw("select 1::bigint as \"Value\" from pg_sleep(20)");
            Assert.That(() => db.QueryAsync<long>(slow, TimeSpan.FromSeconds(1), default),
                Throws.InstanceOf<RuleViolationException>().With.Property("Code").EqualTo("search.too_broad"));
            return await db.QueryAsync<long>(SqlText.Raw("select 1::bigint as \"Value\""), null, default);
        });
    }
}
