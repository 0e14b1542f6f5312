using System.Net;

namespace ServiceDesk.Api.Tests.Catalog;

public sealed class CatalogTests : ApiTest
{
    [Test]
    public async Task A_category_has_a_name_in_the_reader_s_language()
    {
        var made = await As("admin").Post("categories", new { name = new { en = "Hardware", fr = "Matériel" } });

        var french = await As("tina").Get($"categories/{made.Id}");
        var english = await As("alice").Get($"categories/{made.Id}");

        made.Expect(HttpStatusCode.Created);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(made.Location, Is.EqualTo($"/api/v1/categories/{made.Id}"));
            Assert.That(made["key"].GetString(), Is.EqualTo("hardware"));
            Assert.That(french["name"].GetString(), Is.EqualTo("Matériel"));
            Assert.That(english["name"].GetString(), Is.EqualTo("Hardware"));
            Assert.That(english["names"].GetRawText(), Is.EqualTo("""{"en":"Hardware","fr":"Matériel"}"""));
        }
    }

    [Test]
    public async Task Categories_stay_a_tree()
    {
        var top = await Category("Top");
        var middle = await Category("Middle", top.Id);
        var leaf = await Category("Leaf", middle.Id);

        var children = await As("alice").Get($"categories?parentId={top.Id}");
        var moved = await As("admin").Patch($"categories/{leaf.Id}", new { parentId = (string?)null });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(children["items"].EnumerateArray().Select(c => c.GetProperty("id").GetString()), Is.EqualTo(new[] { middle.Id }));
            (await As("admin").Patch($"categories/{top.Id}", new { parentId = middle.Id })).Expect(HttpStatusCode.UnprocessableEntity, "category.cycle");
            (await As("admin").Patch($"categories/{top.Id}", new { parentId = top.Id })).Expect(HttpStatusCode.UnprocessableEntity, "category.cycle");
            (await As("admin").Patch($"categories/{top.Id}", new { parentId = Guid.CreateVersion7() })).Expect(HttpStatusCode.UnprocessableEntity, "category.unknown");
            Assert.That(moved["parentId"].ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
            Assert.That((await As("admin").Patch($"categories/{top.Id}", new { parentId = leaf.Id })).Status, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [Test]
    public async Task A_tree_does_not_grow_without_end()
    {
        var parent = (await Category("Level 1")).Id;
        for (var level = 2; level <= 10; level++)
            parent = (await Category($"Level {level}", parent)).Id;

        (await As("admin").Post("categories", new { name = "Level 11", parentId = parent })).Expect(HttpStatusCode.UnprocessableEntity, "category.too_deep");
    }

    [Test]
    public async Task A_key_is_taken_once()
    {
        await As("admin").Post("categories", new { key = "same", name = "One" });
        await As("admin").Post("services", new { key = "same", name = "One" });

        (await As("admin").Post("categories", new { key = "same", name = "Two" })).Expect(HttpStatusCode.Conflict, "category.key_taken");
        (await As("admin").Post("services", new { key = "same", name = "Two" })).Expect(HttpStatusCode.Conflict, "service.key_taken");
        (await As("admin").Post("services", new { name = "日本" })).Expect(HttpStatusCode.UnprocessableEntity, "key.wanted");
        (await As("admin").Post("services", new { key = "a b", name = "x" })).Expect(HttpStatusCode.BadRequest, "validation");
        (await As("admin").Post("services", new { name = "" })).Expect(HttpStatusCode.BadRequest, "validation");
    }

    [Test]
    public async Task A_service_that_is_not_offered_any_more_takes_no_tickets()
    {
        var mail = (await As("admin").Post("services", new { name = new { en = "Mail", fr = "Messagerie" } })).Expect(HttpStatusCode.Created);
        await As("alice").Open(more: new { serviceId = mail.Id });

        var changed = await As("admin").Patch($"services/{mail.Id}", new { active = false }, ifMatch: mail.ETag);
        var refused = await As("alice").Post("incidents", new { title = "x", impact = "low", urgency = "low", serviceId = mail.Id });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(changed["active"].GetBoolean(), Is.False);
            Assert.That(changed["names"].GetProperty("fr").GetString(), Is.EqualTo("Messagerie"));
            refused.Expect(HttpStatusCode.UnprocessableEntity, "service.unknown");
            Assert.That((await As("alice").Get("services?active=false"))["items"].EnumerateArray().Select(s => s.GetProperty("id").GetString()), Does.Contain(mail.Id));
            Assert.That((await As("alice").Get("services?active=true"))["items"].EnumerateArray().Select(s => s.GetProperty("id").GetString()), Does.Not.Contain(mail.Id));
            (await As("admin").Patch($"services/{mail.Id}", new { active = true }, ifMatch: mail.ETag)).Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");
        }
    }

    [Test]
    public async Task Configuration_items_are_found_by_the_beginning_of_their_name()
    {
        foreach (var (name, type) in new[] { ("SRV-100", "server"), ("srv-101", "server"), ("SRV-1%", "laptop"), ("PC-SRV-100", "laptop") })
            (await As("paula").Post("configuration-items", new { name, type })).Expect(HttpStatusCode.Created);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Names("q=srv-10"), Is.EquivalentTo(new[] { "SRV-100", "srv-101" }));
            Assert.That(await Names("q=SRV-1%25"), Is.EqualTo(new[] { "SRV-1%" }));
            Assert.That(await Names("q=srv&type=laptop"), Is.EqualTo(new[] { "SRV-1%" }));
            Assert.That(await Names("q=100"), Is.Empty);
            Assert.That((await As("tom").Get("configuration-items?q=srv&limit=2"))["nextCursor"].GetString(), Is.Not.Null);
        }

        async Task<List<string?>> Names(string query) =>
            [.. (await As("tom").Get("configuration-items?" + query))["items"].EnumerateArray().Select(i => i.GetProperty("name").GetString())];
    }

    [Test]
    public async Task A_configuration_item_is_edited()
    {
        var made = (await As("paula").Post("configuration-items", new { name = "Printer 7", type = "printer" })).Expect(HttpStatusCode.Created);

        var edited = await As("admin").Patch($"configuration-items/{made.Id}", new { name = "Printer 8", active = false }, ifMatch: made.ETag);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((edited["name"].GetString(), edited["type"].GetString(), edited["active"].GetBoolean()), Is.EqualTo(("Printer 8", "printer", false)));
            (await As("admin").Patch($"configuration-items/{made.Id}", new { name = "x" }, ifMatch: made.ETag)).Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");
            (await As("admin").Patch($"configuration-items/{made.Id}", new { name = "" })).Expect(HttpStatusCode.BadRequest, "validation");
            (await As("tom").Post("configuration-items", new { name = "x", type = "y" })).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As("tom").Patch($"configuration-items/{made.Id}", new { name = "x" })).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As("tom").Get($"configuration-items/{made.Id}")).Expect(HttpStatusCode.OK);
            (await As("alice").Get($"configuration-items/{made.Id}")).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As("alice").Get("configuration-items")).Expect(HttpStatusCode.Forbidden, "forbidden");
        }
    }

    [TestCase("categories")]
    [TestCase("services")]
    public async Task Everybody_reads_the_catalogue_and_administrators_write_it(string path)
    {
        var made = (await As("admin").Post(path, new { name = "Rights" })).Expect(HttpStatusCode.Created);

        using (Assert.EnterMultipleScope())
        {
            (await As("alice").Get(path)).Expect(HttpStatusCode.OK);
            (await As("alice").Get($"{path}/{made.Id}")).Expect(HttpStatusCode.OK);
            (await As("sue").Post(path, new { name = "x" })).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As("sue").Patch($"{path}/{made.Id}", new { name = "x" })).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As("admin").Get($"{path}/{Guid.CreateVersion7()}")).Expect(HttpStatusCode.NotFound, "not_found");
        }
    }

    private async Task<Answer> Category(string name, string? parentId = null) =>
        (await As("admin").Post("categories", new { name, key = $"{name.Replace(' ', '-')}-{Guid.CreateVersion7():n}", parentId })).Expect(HttpStatusCode.Created);
}
