using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.People;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Api.Tests.People;

[Parallelizable(ParallelScope.Self)]
public sealed class SetupTests
{
    [Test]
    public async Task The_code_of_the_log_makes_the_first_administrator_once()
    {
        await using var desk = await Desk.StartBareAsync();
        var code = await Code(desk);
        Assert.That((await desk.Nobody().Get("setup")).Expect(HttpStatusCode.OK)["needed"].GetBoolean(), Is.True);
        (await desk.Nobody().Post("setup", Body("AAAAA-AAAAA-AAAAA-AAAAA"))).Expect(HttpStatusCode.UnprocessableEntity, "setup.code_refused");
        (await desk.Nobody().Post("setup", Body(code, password: "short"))).Expect(HttpStatusCode.UnprocessableEntity, "account.password_refused");

        (await desk.Nobody().Post("setup", Body(code.ToLowerInvariant().Replace("-", " ")))).Expect(HttpStatusCode.OK);

        var boss = await desk.SignIn("boss", "seven green bottles");
        (await boss.Post("users", new { userName = "second", name = "Second" })).Expect(HttpStatusCode.Created);
        (await desk.Nobody().Post("setup", Body(code, "other"))).Expect(HttpStatusCode.Conflict, "setup.done");
        var state = (await desk.Nobody().Get("setup")).Expect(HttpStatusCode.OK);
        Assert.That(state["needed"].GetBoolean(), Is.False);
        Assert.That(state["demo"].GetBoolean(), Is.False);
    }

    [Test]
    public async Task Of_two_servers_that_are_set_up_at_once_one_wins()
    {
        await using var desk = await Desk.StartBareAsync();
        await using var twin = desk.Twin();
        var (first, second) = (await Code(desk), await Code(twin));

        var answers = await Task.WhenAll(twin.Nobody().Post("setup", Body(first, "one")), desk.Nobody().Post("setup", Body(second, "two")));

        Assert.That(answers.Count(a => a.Status == HttpStatusCode.OK), Is.EqualTo(1), string.Join("\n", answers.Select(a => a.Text)));
        Assert.That(await desk.Db(db => db.Set<User>().CountAsync(u => !u.IsService)), Is.EqualTo(1));
    }

    [Test]
    public async Task A_code_is_good_for_a_day()
    {
        await using var desk = await Desk.StartBareAsync();
        var code = await Code(desk);
        desk.Clock.Advance(TimeSpan.FromHours(25));

        (await desk.Nobody().Post("setup", Body(code))).Expect(HttpStatusCode.UnprocessableEntity, "setup.code_refused");
    }

    [Test]
    public async Task Where_somebody_administers_there_is_nothing_to_set_up()
    {
        await using var desk = await Desk.StartAsync();

        Assert.That(await desk.InScopeAsync(s => s.GetRequiredService<ISetup>().IssueCodeAsync(default)), Is.Null);
        var state = (await desk.Nobody().Get("setup")).Expect(HttpStatusCode.OK);
        Assert.That(state["needed"].GetBoolean(), Is.False);
        Assert.That(state["demo"].GetBoolean(), Is.True);
    }

    private static object Body(string code, string userName = "boss", string password = "seven green bottles") =>
        new { code, userName, name = "The Boss", email = "boss@example.org", password };

    private static async Task<string> Code(Desk desk) => (await desk.InScopeAsync(s => s.GetRequiredService<ISetup>().IssueCodeAsync(default)))!.Code;
}
