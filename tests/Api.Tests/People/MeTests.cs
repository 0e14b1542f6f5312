using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Api.Tests.People;

public sealed class MeTests : ApiTest
{
    private const string Demo = "ServiceDesk!demo";

    [Test]
    public async Task Everybody_sets_their_own_language_zone_telephone_and_team()
    {
        (await As("tina").Patch("me", new { language = "en", timeZone = "Europe/Zurich", phone = "12", defaultTeamId = await TeamId("network") })).Expect(HttpStatusCode.OK);

        var me = (await As("tina").Get("me")).Expect(HttpStatusCode.OK);
        Assert.That(me["phone"].GetString(), Is.EqualTo("12"));
        Assert.That(me["timeZone"].GetString(), Is.EqualTo("Europe/Zurich"));
        Assert.That(me["defaultTeam"].GetProperty("name").GetString(), Is.EqualTo("Network"));
        (await As("tina").Patch("me", new { name = "Queen" })).Expect(HttpStatusCode.BadRequest);
        (await As("alice").Patch("me", new { defaultTeamId = await TeamId("network") })).Expect(HttpStatusCode.UnprocessableEntity, "user.default_team_not_member");
        (await Desk.Nobody().Get("me")).Expect(HttpStatusCode.Unauthorized, "session.required");
    }

    [Test]
    public async Task A_new_password_ends_the_other_sessions_and_is_the_only_one_from_then_on()
    {
        await Person("petra");
        var (here, there) = (await Desk.SignIn("petra", "a horse in the rain"), await Desk.SignIn("petra", "a horse in the rain"));

        (await here.Post("me/password", new { currentPassword = "wrong", newPassword = "three more horses" })).Expect(HttpStatusCode.UnprocessableEntity, "account.password_wrong");
        (await here.Post("me/password", new { currentPassword = "a horse in the rain", newPassword = "short" })).Expect(HttpStatusCode.UnprocessableEntity, "account.password_refused");
        (await here.Post("me/password", new { currentPassword = "a horse in the rain", newPassword = "three more horses" })).Expect(HttpStatusCode.NoContent);

        (await here.Get("me")).Expect(HttpStatusCode.OK);
        (await there.Get("me")).Expect(HttpStatusCode.Unauthorized, "session.required");
        (await Desk.Nobody().Post("session", new { userName = "petra", password = "a horse in the rain" })).Expect(HttpStatusCode.Unauthorized, "session.refused");
        await Desk.SignIn("petra", "three more horses");
    }

    [TestCase("password1234")]
    [TestCase("quentin12345!")]
    [TestCase("aaaaaaaaaaaab")]
    [TestCase("123456789012")]
    [TestCase("Azertyuiop123")]
    public async Task A_password_that_is_guessed_first_is_refused(string password)
    {
        var code = await ResetCode("quentin");

        (await Desk.Nobody().Post("session/reset", new { code, newPassword = password })).Expect(HttpStatusCode.UnprocessableEntity, "account.password_refused");
        (await Desk.Nobody().Post("session/reset", new { code, newPassword = "blue lamps at noon" })).Expect(HttpStatusCode.NoContent);
    }

    [Test]
    public async Task Failures_to_confirm_the_password_lock_as_failed_sign_ins_do()
    {
        await Person("rolf");
        var rolf = await Desk.SignIn("rolf", "a horse in the rain");
        for (var i = 0; i < 4; i++)
            (await rolf.Post("me/password", new { currentPassword = "no", newPassword = "x" })).Expect(HttpStatusCode.UnprocessableEntity, "account.password_wrong");

        var locked = (await rolf.Post("me/password", new { currentPassword = "no", newPassword = "x" })).Expect(HttpStatusCode.TooManyRequests, "session.locked_out");
        Assert.That(int.Parse(locked.Headers["Retry-After"]), Is.InRange(1, 300));
        (await rolf.Post("me/password", new { currentPassword = "a horse in the rain", newPassword = "three more horses" })).Expect(HttpStatusCode.TooManyRequests);
    }

    [Test]
    public async Task A_token_changes_nothing_that_protects_the_account()
    {
        (await As("tom").Post("me/password", new { currentPassword = Demo, newPassword = "three more horses" })).Expect(HttpStatusCode.Conflict, "account.session_needed");
        (await As("tom").Post("me/two-factor")).Expect(HttpStatusCode.Conflict, "account.session_needed");
    }

    [Test]
    public async Task Sessions_are_listed_with_their_browser_and_ended_one_by_one_or_all()
    {
        await Person("sara");
        var here = Desk.Nobody();
        here.Http.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        var session = (await here.Post("session", new { userName = "sara", password = "a horse in the rain" })).Expect(HttpStatusCode.OK);
        here.Http.DefaultRequestHeaders.Add("X-XSRF-TOKEN", session["antiforgeryToken"].GetString());
        var (second, third) = (await Desk.SignIn("sara", "a horse in the rain"), await Desk.SignIn("sara", "a horse in the rain"));

        var list = (await here.Get("me/sessions")).Expect(HttpStatusCode.OK)["items"].EnumerateArray().ToList();
        Assert.That(list, Has.Count.EqualTo(3));
        var current = list.Single(s => s.GetProperty("current").GetBoolean());
        Assert.That(current.GetProperty("browser").GetString(), Is.EqualTo("Firefox on Linux"));
        var seconds = (await second.Get("me/sessions"))["items"].EnumerateArray().Single(s => s.GetProperty("current").GetBoolean()).GetProperty("id").GetString();
        (await As("tom").Delete($"me/sessions/{seconds}")).Expect(HttpStatusCode.NotFound, "not_found");
        (await here.Delete($"me/sessions/{seconds}")).Expect(HttpStatusCode.NoContent);
        (await second.Get("me")).Expect(HttpStatusCode.Unauthorized, "session.required");
        (await here.Delete("me/sessions")).Expect(HttpStatusCode.NoContent);
        (await third.Get("me")).Expect(HttpStatusCode.Unauthorized, "session.required");
        (await here.Get("me")).Expect(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_reset_code_works_once_within_the_hour_and_only_the_latest()
    {
        await Person("theo");
        var session = await Desk.SignIn("theo", "a horse in the rain");
        var (first, second) = (await ResetCode("theo"), await ResetCode("theo"));

        (await Desk.Nobody().Post("session/reset", new { code = first, newPassword = "three more horses" })).Expect(HttpStatusCode.UnprocessableEntity, "account.code_refused");
        (await Desk.Nobody().Post("session/reset", new { code = second, newPassword = "three more horses" })).Expect(HttpStatusCode.NoContent);
        (await Desk.Nobody().Post("session/reset", new { code = second, newPassword = "four more horses" })).Expect(HttpStatusCode.UnprocessableEntity, "account.code_refused");
        (await session.Get("me")).Expect(HttpStatusCode.Unauthorized, "session.required");
        await Desk.SignIn("theo", "three more horses");

        var late = await ResetCode("theo");
        Clock.Advance(TimeSpan.FromMinutes(61));
        (await Desk.Nobody().Post("session/reset", new { code = late, newPassword = "four more horses" })).Expect(HttpStatusCode.UnprocessableEntity, "account.code_refused");
    }

    [Test]
    public async Task A_reset_code_opens_an_account_that_is_locked_out()
    {
        await Person("ugo");
        for (var i = 0; i < 5; i++)
            await Desk.Nobody().Post("session", new { userName = "ugo", password = "wrong" });
        (await Desk.Nobody().Post("session", new { userName = "ugo", password = "a horse in the rain" })).Expect(HttpStatusCode.TooManyRequests, "session.locked_out");

        (await Desk.Nobody().Post("session/reset", new { code = await ResetCode("ugo"), newPassword = "three more horses" })).Expect(HttpStatusCode.NoContent);

        await Desk.SignIn("ugo", "three more horses");
    }

    [Test]
    public async Task An_administrator_opens_an_account_that_is_locked_out_and_the_trail_says_so()
    {
        await Person("urs");
        var urs = await UserId("urs");
        (await As("admin").Post($"users/{urs}/unlock")).Expect(HttpStatusCode.NoContent);
        for (var i = 0; i < 5; i++)
            await Desk.Nobody().Post("session", new { userName = "urs", password = "wrong" });
        (await Desk.Nobody().Post("session", new { userName = "urs", password = "a horse in the rain" })).Expect(HttpStatusCode.TooManyRequests, "session.locked_out");

        (await As("sue").Post($"users/{urs}/unlock")).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("admin").Post($"users/{urs}/unlock")).Expect(HttpStatusCode.NoContent);

        await Desk.SignIn("urs", "a horse in the rain");
        var trail = (await As("admin").Get($"audit?entity=account&entityId={urs}"))["items"].EnumerateArray()
            .Where(e => e.GetProperty("after").TryGetProperty("lock", out _)).ToList();
        Assert.That(trail.Select(e => e.GetProperty("actor").GetProperty("id").GetGuid()), Is.EqualTo(new[] { await UserId("admin") }), "nothing was to be unlocked before");
        (await As("admin").Post($"users/{Guid.CreateVersion7(Clock.GetUtcNow())}/unlock")).Expect(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task Only_who_could_be_them_helps_somebody_with_their_account()
    {
        (await As("sue").Post($"users/{await UserId("alice")}/reset-link")).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("sue").Delete($"users/{await UserId("alice")}/two-factor")).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("admin").Post("roles", new { key = "helper", name = "Helper", permissions = new[] { "users.manage" } })).Expect(HttpStatusCode.Created);
        (await As("admin").Post($"users/{await UserId("dan")}/grants", new { role = "helper" })).Expect(HttpStatusCode.Created);

        var link = (await As("dan").Post($"users/{await UserId("alice")}/reset-link")).Expect(HttpStatusCode.OK);
        Assert.That(link["link"].GetString(), Does.EndWith("/reset-password#" + link["code"].GetString()));
        (await As("dan").Post($"users/{await UserId("admin")}/reset-link")).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("dan").Delete($"users/{await UserId("admin")}/two-factor")).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("admin").Delete($"users/{await UserId("alice")}/two-factor")).Expect(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task A_session_ends_when_nobody_uses_it_for_three_days()
    {
        await Person("vera");
        var vera = await Desk.SignIn("vera", "a horse in the rain");
        for (var day = 0; day < 2; day++)
        {
            Clock.Advance(TimeSpan.FromDays(2));
            Desk.Services.GetRequiredService<AccessReader>().Forget();
            (await vera.Get("me")).Expect(HttpStatusCode.OK);
        }

        Clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1));
        Desk.Services.GetRequiredService<AccessReader>().Forget();
        (await vera.Get("me")).Expect(HttpStatusCode.Unauthorized, "session.required");
    }

    private async Task<string> ResetCode(string userName)
    {
        var known = (await As("admin").Get("users?q=" + userName)).Expect(HttpStatusCode.OK)["items"].EnumerateArray().Select(u => u.GetProperty("id").GetString()).SingleOrDefault();
        known ??= (await As("admin").Post("users", new { userName, name = userName })).Expect(HttpStatusCode.Created).Id;
        return (await As("admin").Post($"users/{known}/reset-link")).Expect(HttpStatusCode.OK)["code"].GetString()!;
    }

    private async Task Person(string userName) =>
        (await Desk.Nobody().Post("session/reset", new { code = await ResetCode(userName), newPassword = "a horse in the rain" })).Expect(HttpStatusCode.NoContent);
}
