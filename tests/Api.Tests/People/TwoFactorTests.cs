using System.Net;

namespace ServiceDesk.Api.Tests.People;

public sealed class TwoFactorTests : ApiTest
{
    private const string Demo = "ServiceDesk!demo";

    [Test]
    public async Task From_the_first_code_on_a_sign_in_wants_one_and_takes_each_once()
    {
        var client = await Desk.SignIn("tina");
        var (secret, recovery) = await Enable(client);

        (await Desk.Nobody().Post("session", new { userName = "tina", password = Demo })).Expect(HttpStatusCode.Unauthorized, "session.code_required");
        (await Desk.Nobody().Post("session", new { userName = "tina", password = Demo, code = "000000" })).Expect(HttpStatusCode.Unauthorized, "session.refused");
        var code = Authenticator.Code(secret, 1);
        await Desk.SignIn("tina", code: code);
        (await Desk.Nobody().Post("session", new { userName = "tina", password = Demo, code })).Expect(HttpStatusCode.Unauthorized, "session.refused");
        await Desk.SignIn("tina", code: recovery[0].ToLowerInvariant().Replace("-", " "));
        (await Desk.Nobody().Post("session", new { userName = "tina", password = Demo, code = recovery[0] })).Expect(HttpStatusCode.Unauthorized, "session.refused");
        Assert.That((await client.Get("me/two-factor"))["recoveryCodesLeft"].GetInt32(), Is.EqualTo(9));
    }

    [Test]
    public async Task New_recovery_codes_void_the_old_and_switching_off_wants_the_password()
    {
        var client = await Desk.SignIn("carl");
        var (secret, old) = await Enable(client);
        (await client.Post("me/two-factor")).Expect(HttpStatusCode.Conflict, "two_factor.enabled");
        (await client.Post("me/two-factor/recovery-codes", new { password = "wrong" })).Expect(HttpStatusCode.UnprocessableEntity, "account.password_wrong");
        var fresh = (await client.Post("me/two-factor/recovery-codes", new { password = Demo })).Expect(HttpStatusCode.OK)["codes"][0].GetString();

        (await Desk.Nobody().Post("session", new { userName = "carl", password = Demo, code = old[1] })).Expect(HttpStatusCode.Unauthorized, "session.refused");
        await Desk.SignIn("carl", code: fresh);
        (await client.Post("me/two-factor/disable", new { password = "wrong" })).Expect(HttpStatusCode.UnprocessableEntity, "account.password_wrong");
        (await client.Post("me/two-factor/disable", new { password = Demo })).Expect(HttpStatusCode.NoContent);
        await Desk.SignIn("carl");
        (await client.Post("me/two-factor/disable", new { password = Demo })).Expect(HttpStatusCode.Conflict, "two_factor.disabled");
        (await client.Post("me/two-factor/confirm", new { code = Authenticator.Code(secret) })).Expect(HttpStatusCode.Conflict, "two_factor.not_begun");
    }

    [Test]
    public async Task An_administrator_takes_a_lost_factor_off()
    {
        var client = await Desk.SignIn("paula");
        await Enable(client);

        (await As("admin").Delete($"users/{await UserId("paula")}/two-factor")).Expect(HttpStatusCode.NoContent);

        await Desk.SignIn("paula");
        Assert.That((await client.Get("me/two-factor"))["enabled"].GetBoolean(), Is.False);
    }

    [Test]
    public async Task A_wrong_first_code_enables_nothing()
    {
        var client = await Desk.SignIn("sue");
        (await client.Post("me/two-factor/confirm", new { code = "123456" })).Expect(HttpStatusCode.Conflict, "two_factor.not_begun");
        (await client.Post("me/two-factor")).Expect(HttpStatusCode.OK);

        (await client.Post("me/two-factor/confirm", new { code = "12345" })).Expect(HttpStatusCode.UnprocessableEntity, "two_factor.code_wrong");

        await Desk.SignIn("sue");
    }

    private static async Task<(string Secret, List<string> Recovery)> Enable(ApiClient client)
    {
        var begun = (await client.Post("me/two-factor")).Expect(HttpStatusCode.OK);
        var secret = begun["secret"].GetString()!;
        Assert.That(begun["uri"].GetString(), Does.StartWith("otpauth://totp/").And.Contain("secret=" + secret));
        var confirmed = (await client.Post("me/two-factor/confirm", new { code = Authenticator.Code(secret) })).Expect(HttpStatusCode.OK);
        var codes = confirmed["codes"].EnumerateArray().Select(c => c.GetString()!).ToList();
        Assert.That(codes, Has.Count.EqualTo(10).And.Unique);
        return (secret, codes);
    }
}
