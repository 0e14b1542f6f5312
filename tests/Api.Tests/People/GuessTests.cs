using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Infrastructure.Housekeeping;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Api.Tests.People;

/// <summary>Five guesses are checked and no more, however they come, and whether somebody has the name or not.</summary>
public sealed class GuessTests : ApiTest
{
    private const string Demo = "ServiceDesk!demo";

    [Test]
    public async Task Sixty_guesses_at_once_at_two_servers_are_five()
    {
        await using var twin = Twin();

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Guess(i % 2 == 0 ? Desk : twin, "tom", "wrong " + i)));

        Assert.That(answers.Count(a => a.Status == HttpStatusCode.Unauthorized), Is.LessThanOrEqualTo(4));
        foreach (var locked in answers.Where(a => a.Status != HttpStatusCode.Unauthorized))
        {
            locked.Expect(HttpStatusCode.TooManyRequests, "session.locked_out");
            Assert.That(int.Parse(locked.Headers["Retry-After"]), Is.InRange(1, 300));
        }

        (await Guess(twin, "TOM", Demo)).Expect(HttpStatusCode.TooManyRequests, "session.locked_out");
    }

    [TestCase("dan")]
    [TestCase("nobody.has.this.name")]
    public async Task A_name_that_nobody_has_answers_as_one_that_somebody_has(string userName)
    {
        for (var i = 0; i < 4; i++)
            (await Guess(Desk, userName, "wrong")).Expect(HttpStatusCode.Unauthorized, "session.refused");

        (await Guess(Desk, userName, "wrong")).Expect(HttpStatusCode.TooManyRequests, "session.locked_out");
        (await Guess(Desk, userName.ToUpperInvariant(), "wrong")).Expect(HttpStatusCode.TooManyRequests, "session.locked_out");
    }

    [Test]
    public async Task After_a_while_and_after_a_right_one_they_are_forgotten()
    {
        for (var i = 0; i < 5; i++)
            await Guess(Desk, "sue", "wrong");
        Clock.Advance(SignInGuesses.Wait);
        (await Guess(Desk, "sue", Demo)).Expect(HttpStatusCode.OK);

        for (var i = 0; i < 4; i++)
            (await Guess(Desk, "sue", "wrong")).Expect(HttpStatusCode.Unauthorized, "session.refused");
        (await Guess(Desk, "sue", Demo)).Expect(HttpStatusCode.OK);
        (await Guess(Desk, "sue", "wrong")).Expect(HttpStatusCode.Unauthorized, "session.refused");
    }

    [Test]
    public async Task Twenty_who_sign_in_at_once_with_the_right_password_all_get_in()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Guess(Desk, "alice", Demo)));

        Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Guesses_at_a_code_count_as_well_and_the_right_password_alone_does_not_begin_them_anew()
    {
        var client = await Desk.SignIn("tina");
        (await client.Post("me/two-factor/confirm", new { code = Authenticator.Code((await client.Post("me/two-factor"))["secret"].GetString()!) })).Expect(HttpStatusCode.OK);
        await using var twin = Twin();

        for (var i = 0; i < 3; i++)
        {
            (await Guess(Desk, "tina", Demo, "00000" + i)).Expect(HttpStatusCode.Unauthorized, "session.refused");
            (await Guess(Desk, "tina", Demo)).Expect(HttpStatusCode.Unauthorized, "session.code_required");
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Guess(i % 2 == 0 ? Desk : twin, "tina", Demo, $"{i:D6}")));

        Assert.That(answers.Count(a => a.Status == HttpStatusCode.Unauthorized), Is.LessThanOrEqualTo(1));
        (await Guess(Desk, "tina", Demo)).Expect(HttpStatusCode.TooManyRequests, "session.locked_out");
    }

    [Test]
    public async Task The_code_that_confirmed_the_second_factor_is_used_and_so_is_every_one_since_however_it_is_written()
    {
        var client = await Desk.SignIn("carl");
        var secret = (await client.Post("me/two-factor"))["secret"].GetString()!;
        var (first, second) = (Authenticator.Code(secret), Authenticator.Code(secret, 1));
        (await client.Post("me/two-factor/confirm", new { code = first })).Expect(HttpStatusCode.OK);

        (await Guess(Desk, "carl", Demo, first)).Expect(HttpStatusCode.Unauthorized, "session.refused");
        (await Guess(Desk, "carl", Demo, "0" + first)).Expect(HttpStatusCode.Unauthorized, "session.refused");
        (await Guess(Desk, "carl", Demo, second)).Expect(HttpStatusCode.OK);
        (await Guess(Desk, "carl", Demo, first)).Expect(HttpStatusCode.Unauthorized, "session.refused");
        (await Guess(Desk, "carl", Demo, second)).Expect(HttpStatusCode.Unauthorized, "session.refused");
    }

    [Test]
    public async Task What_is_forgotten_is_cleared_away()
    {
        await Guess(Desk, "somebody.else", "wrong");
        Clock.Advance(SignInGuesses.Wait);

        await Desk.InScopeAsync(async s => Assert.That(await s.GetServices<IChore>().OfType<ForgetGuesses>().Single().RunAsync(default), Is.False));

        Assert.That(await Desk.Db(db => db.Set<SignInGuess>().CountAsync()), Is.Zero);
    }

    private Desk Twin()
    {
        var twin = Desk.Twin();
        twin.Clock.Set(Clock.GetUtcNow());
        return twin;
    }

    private static Task<Answer> Guess(Desk desk, string userName, string password, string? code = null) => desk.Nobody().Post("session", new { userName, password, code });
}
