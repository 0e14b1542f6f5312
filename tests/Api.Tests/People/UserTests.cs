using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace ServiceDesk.Api.Tests.People;

public sealed class UserTests : ApiTest
{
    [Test]
    public async Task People_are_listed_page_by_page_in_order_of_name()
    {
        List<string> names = [];
        string? cursor = null;
        do
        {
            var page = (await As("tom").Get("users?limit=3" + (cursor is null ? "" : "&cursor=" + cursor))).Expect(HttpStatusCode.OK);
            names.AddRange(Items(page).Select(u => u.GetProperty("name").GetString()!));
            cursor = page["nextCursor"].GetString();
        }
        while (cursor is not null);

        Assert.That(names, Is.SupersetOf(new[] { "Ada Admin", "Alice Martin", "Tina Moreau", "Tom Becker" }));
        Assert.That(names, Is.Ordered.Using((System.Collections.IComparer)StringComparer.OrdinalIgnoreCase));
        Assert.That(names, Is.Unique);
        Assert.That(names, Has.None.EqualTo("ServiceDesk"), "the product itself is no person");
    }

    [TestCase("beck", "tom")]
    [TestCase("TIN", "tina")]
    [TestCase("paula@ex", "paula")]
    public async Task People_are_found_by_the_beginning_of_any_name_they_have(string q, string userName)
    {
        var page = (await As("tom").Get("users?q=" + q)).Expect(HttpStatusCode.OK);

        Assert.That(Items(page).Select(u => u.GetProperty("userName").GetString()), Is.EqualTo(new[] { userName }));
    }

    [TestCase("+33 4 72 10 20 30", "04 72 10 20 30")]
    [TestCase("+33 4 72 10 20 30", "0472102030")]
    [TestCase("+33 4 72 10 20 30", "0033472102030")]
    [TestCase("+33 (0)4 72 10 20 30", "+33472102030")]
    [TestCase("04.72.10.20.30", "+33 4 72 10 20 30")]
    [TestCase("+33 4 72 10 20 30", "04 72 1")]
    [TestCase("+33 4 72 10 20 30", "2030")]
    public async Task People_are_found_by_their_number_however_it_is_written(string written, string typed)
    {
        var alice = await UserId("alice");
        (await As("admin").Patch($"users/{alice}", new { phone = written })).Expect(HttpStatusCode.OK);

        Assert.That(await Names("users?q=" + Uri.EscapeDataString(typed)), Is.EqualTo(new[] { "alice" }));
        var hits = (await As("tom").Get("search?q=" + Uri.EscapeDataString(typed))).Expect(HttpStatusCode.OK)["hits"].EnumerateArray();
        Assert.That(hits.Where(h => h.GetProperty("type").GetString() == "person").Select(h => h.GetProperty("id").GetString()), Is.EqualTo(new[] { alice.ToString() }));
    }

    [TestCase("03 72 10 20 30")]
    [TestCase("30")]
    [TestCase("4721 0204")]
    public async Task Other_digits_and_too_few_of_them_find_nobody(string typed)
    {
        (await As("admin").Patch($"users/{await UserId("alice")}", new { phone = "+33 4 72 10 20 30" })).Expect(HttpStatusCode.OK);

        Assert.That(await Names("users?q=" + Uri.EscapeDataString(typed)), Is.Empty);
    }

    [Test]
    public async Task The_search_for_a_number_is_answered_from_its_index()
    {
        var plan = await Desk.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlRawAsync("set local enable_seqscan = off");
            await using var explain = db.Database.GetDbConnection().CreateCommand();
            explain.CommandText = "explain select id from users where phone is not null and phone_has(phone, '472102030')";
            List<string> lines = [];
            await using var reader = await explain.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                lines.Add(reader.GetString(0));
            return lines;
        });

        Assert.That(string.Join('\n', plan), Does.Contain("ix_users_phone_parts"));
    }

    [TestCase("%")]
    [TestCase("_")]
    [TestCase("ecker")]
    public async Task Signs_of_a_pattern_are_plain_letters_and_the_middle_of_a_word_finds_nothing(string q)
    {
        var page = (await As("tom").Get("users?q=" + Uri.EscapeDataString(q))).Expect(HttpStatusCode.OK);

        Assert.That(Items(page), Is.Empty);
    }

    [Test]
    public async Task People_are_filtered_by_team_site_role_and_whether_they_are_active()
    {
        var site = Items((await As("tom").Get("sites")).Expect(HttpStatusCode.OK)).Single(s => s.GetProperty("name").GetString() == "Lyon").GetProperty("id").GetString();

        Assert.That(await Names($"users?team={await TeamId("network")}"), Has.Member("tina").And.None.EqualTo("tom"));
        Assert.That(await Names("users?role=technician&role=dispatcher"), Is.SupersetOf(new[] { "dan", "tina", "tom" }).And.None.EqualTo("alice"));
        Assert.That(await Names($"users?site={site}&q=alice"), Is.EqualTo(new[] { "alice" }));
        Assert.That(await Names("users?active=false&q=alice"), Is.Empty);
        var counted = (await As("tom").Get("users?count=true&limit=1")).Expect(HttpStatusCode.OK);
        Assert.That(counted["total"].GetInt32(), Is.GreaterThanOrEqualTo(8));
        (await As("tom").Get("users?colour=red")).Expect(HttpStatusCode.BadRequest, "request.unknown_parameter");
    }

    [Test]
    public async Task An_employee_sees_themselves_and_nobody_else()
    {
        var (alice, tom) = (await UserId("alice"), await UserId("tom"));

        (await As("alice").Get("users")).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("alice").Get($"users/{tom}")).Expect(HttpStatusCode.NotFound, "not_found");
        Assert.That((await As("alice").Get($"users/{alice}")).Expect(HttpStatusCode.OK)["userName"].GetString(), Is.EqualTo("alice"));
    }

    [Test]
    public async Task A_new_person_is_complete_and_has_the_role_of_an_employee()
    {
        var manager = await UserId("sue");
        var created = (await As("admin").Post("users", new
        {
            userName = "nora", name = "Nora Klein", email = "nora@example.org", phone = "+33 4 00", language = "fr", timeZone = "Europe/Berlin",
            managerId = manager, vip = true, teamIds = new[] { await TeamId("network") }, defaultTeamId = await TeamId("service-desk"),
        })).Expect(HttpStatusCode.Created);

        var nora = (await As("tom").Get(created.Location!)).Expect(HttpStatusCode.OK);
        Assert.That(nora.Text, Is.EqualTo((await As("tom").Get($"users/{created.Id}")).Text));
        Assert.That(nora["manager"].GetProperty("name").GetString(), Is.EqualTo("Sue Laurent"));
        Assert.That(nora["teams"].EnumerateArray().Select(t => t.GetProperty("name").GetString()), Is.EquivalentTo(new[] { "Network", "Service Desk" }));
        Assert.That(nora["roles"].EnumerateArray().Select(r => r.GetProperty("role").GetProperty("key").GetString()), Is.EqualTo(new[] { "employee" }));
        Assert.That(nora["vip"].GetBoolean(), Is.True);
        Assert.That(nora["language"].GetString(), Is.EqualTo("fr"));
    }

    [Test]
    public async Task A_person_needs_a_fit_name_and_one_nobody_has()
    {
        var admin = As("admin");
        (await admin.Post("users", new { userName = "TOM", name = "Another Tom" })).Expect(HttpStatusCode.Conflict, "user.name_taken");
        (await admin.Post("users", new { userName = "a b", name = "X" })).Expect(HttpStatusCode.BadRequest, "validation");
        var bad = (await admin.Post("users", new { userName = "x", name = " ", email = "no", timeZone = "Mars/Base", language = "de" })).Expect(HttpStatusCode.BadRequest, "validation");
        Assert.That(bad["errors"].EnumerateObject().Select(e => e.Name), Is.EquivalentTo(new[] { "name", "email", "timeZone", "language" }));
        (await admin.Post("users", new { userName = "x1", name = "X", siteId = Guid.CreateVersion7() })).Expect(HttpStatusCode.UnprocessableEntity, "site.unknown");
        (await admin.Post("users", new { userName = "x2", name = "X", roles = new[] { "king" } })).Expect(HttpStatusCode.UnprocessableEntity, "role.unknown");
    }

    [Test]
    public async Task A_patch_changes_what_it_names_and_clears_what_is_null()
    {
        var admin = As("admin");
        var id = (await admin.Post("users", new { userName = "pat", name = "Pat", phone = "1", email = "pat@example.org" })).Expect(HttpStatusCode.Created).Id;

        var changed = (await admin.Patch($"users/{id}", new { name = "Patricia", phone = (string?)null })).Expect(HttpStatusCode.OK);

        Assert.That(changed["name"].GetString(), Is.EqualTo("Patricia"));
        Assert.That(changed["phone"].ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(changed["email"].GetString(), Is.EqualTo("pat@example.org"));
        var stale = (await admin.Patch($"users/{id}", new { name = "P" }, "\"1\"")).Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");
        Assert.That(stale["current"].GetProperty("name").GetString(), Is.EqualTo("Patricia"));
        var same = (await admin.Patch($"users/{id}", new { name = "Patricia" }, changed.ETag)).Expect(HttpStatusCode.OK);
        Assert.That(same.ETag, Is.EqualTo(changed.ETag), "nothing changed");
        var bad = (await admin.Patch($"users/{id}", new { timeZone = "x", name = (string?)null })).Expect(HttpStatusCode.BadRequest, "validation");
        Assert.That(bad["errors"].EnumerateObject().Select(e => e.Name), Is.EquivalentTo(new[] { "timeZone", "name" }));
    }

    [Test]
    public async Task A_patch_may_call_itself_a_merge_patch()
    {
        var id = (await As("admin").Post("users", new { userName = "mel", name = "Mel" })).Expect(HttpStatusCode.Created).Id;
        var patch = new StringContent("""{ "phone": "7" }""", System.Text.Encoding.UTF8, "application/merge-patch+json");

        var changed = (await As("admin").Send(new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/users/{id}") { Content = patch })).Expect(HttpStatusCode.OK);

        Assert.That(changed["phone"].GetString(), Is.EqualTo("7"));
    }

    [Test]
    public async Task Nobody_reports_to_themselves_even_through_others()
    {
        var admin = As("admin");
        var boss = (await admin.Post("users", new { userName = "boss", name = "Boss" })).Id;
        var middle = (await admin.Post("users", new { userName = "middle", name = "Middle", managerId = boss })).Id;

        (await admin.Patch($"users/{boss}", new { managerId = middle })).Expect(HttpStatusCode.UnprocessableEntity, "user.manager_circle");
        (await admin.Patch($"users/{boss}", new { managerId = boss })).Expect(HttpStatusCode.UnprocessableEntity, "user.own_manager");
    }

    [TestCase("alice")]
    [TestCase("tom")]
    [TestCase("sue")]
    public async Task Only_who_manages_people_changes_them(string who)
    {
        var alice = await UserId("alice");
        (await As(who).Post("users", new { userName = "new", name = "New" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As(who).Patch($"users/{alice}", new { name = "A" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As(who).Post($"users/{alice}/deactivate")).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As(who).Post($"users/{alice}/reactivate")).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As(who).Post($"users/{alice}/grants", new { role = "administrator" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As(who).Delete($"users/{alice}/grants/{Guid.CreateVersion7()}")).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As(who).Post("teams", new { key = "x", name = "X" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As(who).Patch($"teams/{await TeamId("network")}", new { active = false })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As(who).Post($"teams/{await TeamId("network")}/members", new { userId = alice })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As(who).Delete($"teams/{await TeamId("network")}/members/{alice}")).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As(who).Post("sites", new { name = "X" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As(who).Post("departments", new { name = "X" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As(who).Post("roles", new { key = "x", name = "X", permissions = Array.Empty<string>() })).Expect(HttpStatusCode.Forbidden, "forbidden");
    }

    private async Task<IEnumerable<string?>> Names(string path) =>
        Items((await As("tom").Get(path)).Expect(HttpStatusCode.OK)).Select(u => u.GetProperty("userName").GetString());

    private static List<JsonElement> Items(Answer page) => [.. page["items"].EnumerateArray()];
}
