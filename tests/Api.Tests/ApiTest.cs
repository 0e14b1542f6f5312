namespace ServiceDesk.Api.Tests;

/// <summary>One server and one database for the fixture; tests of a fixture share what is in it and must not depend on order.</summary>
[Parallelizable(ParallelScope.Self)]
public abstract class ApiTest
{
    protected Desk Desk { get; private set; } = null!;

    protected ManualClock Clock => Desk.Clock;

    [OneTimeSetUp]
    public async Task StartDesk() => Desk = await Desk.StartAsync();

    [OneTimeTearDown]
    public async Task StopDesk() => await Desk.DisposeAsync();

    [TearDown]
    public void Every_error_is_one_the_contract_declares() => Assert.That(Desk.Undeclared.Take(), Is.Empty);

    protected ApiClient As(string userName) => Desk.As(userName);

    protected async Task<Guid> TeamId(string key) =>
        await Desk.Db(async db => (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Teams, t => t.Key == key)).Id.Value);

    protected async Task<Guid> UserId(string userName) =>
        await Desk.Db(async db => (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(
            db.Set<Domain.People.User>(), u => u.UserName == userName)).Id.Value);
}
