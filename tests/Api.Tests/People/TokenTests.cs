using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Api.Tests.People;

public sealed class TokenTests : ApiTest
{
    [Test]
    public async Task A_token_is_shown_once_does_what_its_scopes_say_and_ends_when_revoked()
    {
        var created = (await As("tom").Post("tokens", new { name = "script", scopes = new[] { "users.read", "tokens.own" } })).Expect(HttpStatusCode.Created);
        var client = With(created["token"].GetString()!);

        (await client.Get("users?limit=1")).Expect(HttpStatusCode.OK);
        (await client.Post("incidents", new { title = "x", impact = "low", urgency = "low" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        var row = (await As("tom").Get("tokens")).Expect(HttpStatusCode.OK)["items"].EnumerateArray().Single(t => t.GetProperty("id").GetString() == created.Id);
        Assert.That(row.TryGetProperty("token", out _), Is.False);
        Assert.That(row.GetProperty("lastUsedAt").GetString(), Is.Not.Null);
        Assert.That(await Desk.Db(db => db.Set<ApiToken>().AnyAsync(t => t.Name == "script" && t.Hash.Length == 32)), Is.True);
        (await As("alice").Delete($"tokens/{created.Id}")).Expect(HttpStatusCode.NotFound, "not_found");
        (await As("tom").Delete($"tokens/{created.Id}")).Expect(HttpStatusCode.NoContent);
        (await client.Get("users?limit=1")).Expect(HttpStatusCode.Unauthorized, "session.required");
    }

    [Test]
    public async Task A_token_never_has_more_than_who_made_it()
    {
        (await As("alice").Post("tokens", new { name = "x", scopes = new[] { "users.manage" } })).Expect(HttpStatusCode.UnprocessableEntity, "token.scope_not_held");
        (await As("alice").Post("tokens", new { name = "x", scopes = new[] { "no.such" } })).Expect(HttpStatusCode.BadRequest, "validation");
        var small = await Desk.TokenFor("admin", "tokens.own", "users.read");

        (await small.Post("tokens", new { name = "x", scopes = new[] { "users.manage" } })).Expect(HttpStatusCode.UnprocessableEntity, "token.scope_not_held");
        (await small.Post("tokens", new { name = "x" })).Expect(HttpStatusCode.UnprocessableEntity, "token.scopes_missing");
        (await (await Desk.TokenFor("admin", "users.read")).Post("tokens", new { name = "x", scopes = new[] { "users.read" } })).Expect(HttpStatusCode.Forbidden, "forbidden");
    }

    [Test]
    public async Task A_token_that_names_no_scope_at_all_is_refused_and_one_without_the_list_has_all()
    {
        var client = await Desk.SignIn("tom");

        var refused = (await client.Post("tokens", new { name = "none", scopes = Array.Empty<string>() })).Expect(HttpStatusCode.BadRequest, "validation");
        Assert.That(refused["errors"].TryGetProperty("scopes", out _), Is.True, refused.Text);
        var account = (await As("admin").Post("service-accounts", new { userName = "empty-scopes", name = "Empty", roles = new[] { "technician" } })).Expect(HttpStatusCode.Created);
        (await As("admin").Post($"service-accounts/{account.Id}/tokens", new { name = "none", scopes = Array.Empty<string>() })).Expect(HttpStatusCode.BadRequest, "validation");

        Assert.That((await client.Post("tokens", new { name = "all" })).Expect(HttpStatusCode.Created)["scopes"].GetArrayLength(), Is.Zero);
        (await client.Post("tokens", new { name = "all too", scopes = (string[]?)null })).Expect(HttpStatusCode.Created);
    }

    [Test]
    public async Task A_token_without_the_right_to_read_all_tickets_shows_only_its_owners()
    {
        var alices = (await As("alice").Open("Alice's own")).Id;
        var toms = (await As("tom").Open("Tom's own")).Id;
        var narrow = await Desk.TokenFor("tom", "incidents.read");
        var wide = await Desk.TokenFor("tom", "incidents.read", "tickets.readAll");

        (await narrow.Get($"incidents/{alices}")).Expect(HttpStatusCode.NotFound, "not_found");
        (await narrow.Get($"incidents/{toms}")).Expect(HttpStatusCode.OK);
        (await wide.Get($"incidents/{alices}")).Expect(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_limited_token_tells_whose_it_is_and_touches_nothing_of_its_owners_account()
    {
        var narrow = await Desk.TokenFor("tom", "incidents.read");
        var view = (await As("tom").Post("views", new { name = "Tom's own", query = "printer" })).Expect(HttpStatusCode.Created);

        (await narrow.Get("me")).Expect(HttpStatusCode.OK);
        (await narrow.Get("session")).Expect(HttpStatusCode.OK);
        (await narrow.Get("services")).Expect(HttpStatusCode.OK);
        (await narrow.Get("views/" + view.Id)).Expect(HttpStatusCode.OK);
        foreach (var refused in new[]
        {
            await narrow.Patch("me", new { phone = "1" }), await narrow.Patch("me/preferences", new { notifications = new { } }), await narrow.Get("me/preferences"),
            await narrow.Get("me/export"), await narrow.Get("me/sessions"), await narrow.Delete("me/sessions"), await narrow.Get("me/notifications"),
            await narrow.Post("views", new { name = "A machine's", query = "printer" }), await narrow.Patch("views/" + view.Id, new { name = "Other" }),
            await narrow.Delete("views/" + view.Id),
        })
            refused.Expect(HttpStatusCode.Forbidden, "forbidden");
        Assert.That((await narrow.Get("session"))["permissions"].EnumerateArray().Select(p => p.GetString()), Is.EqualTo(new[] { "incidents.read" }));
    }

    [Test]
    public async Task A_token_whose_scopes_name_it_uses_the_account_of_its_owner()
    {
        var named = await Desk.TokenFor("tom", "incidents.read", "session.use");

        (await named.Get("me/sessions")).Expect(HttpStatusCode.OK);
        (await named.Get("me/export")).Expect(HttpStatusCode.OK);
        (await named.Patch("me", new { phone = "12" })).Expect(HttpStatusCode.OK);
        (await named.Post("views", new { name = "A script's", query = "printer" })).Expect(HttpStatusCode.Created);
    }

    [Test]
    public async Task A_token_that_may_comment_keeps_drafts_and_another_does_not()
    {
        var url = $"tickets/{(await As("tom").Open()).Id}/drafts/reply";
        var (writes, reads) = (await Desk.TokenFor("tom", "incidents.read", "comments.add"), await Desk.TokenFor("tom", "incidents.read"));

        (await writes.Put(url, new { body = "We look at it" })).Expect(HttpStatusCode.OK);
        (await writes.Put(url, new { body = "No" }, "\"99\"")).Expect(HttpStatusCode.PreconditionFailed);
        (await reads.Delete(url)).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await reads.Get(url)).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await writes.Delete(url)).Expect(HttpStatusCode.NoContent);
    }

    [Test]
    public async Task A_token_ends_by_itself()
    {
        (await As("tom").Post("tokens", new { name = "x", scopes = new[] { "users.read" }, expiresAt = Clock.GetUtcNow().AddYears(3) })).Expect(HttpStatusCode.UnprocessableEntity, "token.expiry");
        (await As("tom").Post("tokens", new { name = "x", scopes = new[] { "users.read" }, expiresAt = Clock.GetUtcNow() })).Expect(HttpStatusCode.UnprocessableEntity, "token.expiry");
        var created = (await As("tom").Post("tokens", new { name = "brief", scopes = new[] { "users.read" }, expiresAt = Clock.GetUtcNow().AddHours(1) })).Expect(HttpStatusCode.Created);
        var client = With(created["token"].GetString()!);
        (await client.Get("users?limit=1")).Expect(HttpStatusCode.OK);

        await using var later = Desk.Twin();
        later.Clock.Set(Clock.GetUtcNow().AddHours(1));
        (await With(created["token"].GetString()!, later).Get("users?limit=1")).Expect(HttpStatusCode.Unauthorized, "session.required");
    }

    [Test]
    public async Task A_service_account_has_tokens_and_no_password()
    {
        var admin = As("admin");
        var account = (await admin.Post("service-accounts", new { userName = "monitoring", name = "Monitoring", roles = new[] { "technician" } })).Expect(HttpStatusCode.Created);
        var token = (await admin.Post($"service-accounts/{account.Id}/tokens", new { name = "prod", scopes = new[] { "incidents.open", "incidents.read" } })).Expect(HttpStatusCode.Created);
        var client = With(token["token"].GetString()!);

        (await client.Open("Disk full")).Expect(HttpStatusCode.Created);
        (await client.Get("users")).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await admin.Post($"service-accounts/{account.Id}/tokens", new { name = "x", scopes = new[] { "users.manage" } })).Expect(HttpStatusCode.UnprocessableEntity, "token.scope_not_held");
        Assert.That((await admin.Get($"service-accounts/{account.Id}/tokens"))["items"].GetArrayLength(), Is.EqualTo(1));
        Assert.That((await admin.Get("service-accounts"))["items"].EnumerateArray().Select(a => a.GetProperty("userName").GetString()), Is.EqualTo(new[] { "monitoring" }));
        (await admin.Get($"users/{account.Id}")).Expect(HttpStatusCode.NotFound, "not_found");
        (await admin.Post($"users/{account.Id}/reset-link")).Expect(HttpStatusCode.NotFound, "not_found");

        var off = (await admin.Patch($"service-accounts/{account.Id}", new { active = false })).Expect(HttpStatusCode.OK);
        Assert.That(off["active"].GetBoolean(), Is.False);
        (await client.Get("incidents/INC-000001")).Expect(HttpStatusCode.Unauthorized, "session.required");
        (await admin.Post($"service-accounts/{account.Id}/tokens", new { name = "x" })).Expect(HttpStatusCode.Conflict, "service_account.not_active");
        (await admin.Patch($"service-accounts/{account.Id}", new { active = true })).Expect(HttpStatusCode.OK);
        (await client.Get("incidents/INC-000001")).Expect(HttpStatusCode.Unauthorized, "session.required");
    }

    [Test]
    public async Task Only_who_manages_service_accounts_sees_them()
    {
        foreach (var who in new[] { "alice", "tom", "sue" })
        {
            (await As(who).Get("service-accounts")).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As(who).Get($"service-accounts/{Guid.CreateVersion7()}")).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As(who).Post("service-accounts", new { userName = "x", name = "x", roles = new[] { "employee" } })).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As(who).Patch($"service-accounts/{Guid.CreateVersion7()}", new { active = false })).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As(who).Get($"service-accounts/{Guid.CreateVersion7()}/tokens")).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As(who).Post($"service-accounts/{Guid.CreateVersion7()}/tokens", new { name = "x" })).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As(who).Delete($"service-accounts/{Guid.CreateVersion7()}/tokens/{Guid.CreateVersion7()}")).Expect(HttpStatusCode.Forbidden, "forbidden");
        }
    }

    private ApiClient With(string token, Desk? desk = null)
    {
        var client = (desk ?? Desk).As("tom");
        client.Http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }
}
