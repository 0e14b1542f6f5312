using System.Net;
using Microsoft.EntityFrameworkCore;

namespace ServiceDesk.Api.Tests.Tickets;

public sealed class TicketSearchTests : ApiTest
{
    [TestCase("imprimante")]
    [TestCase("IMPRIMANTES")]
    [TestCase("etage")]
    [TestCase("étage")]
    [TestCase("bourrage impr")]
    [TestCase("\"bourrage papier\"")]
    [TestCase("l’imprimante")]
    [TestCase("subject:imprimante")]
    [TestCase("sujet:imprimante état:nouveau")]
    [TestCase("bourrage OR wxyzzy")]
    [TestCase("bourrage NOT wxyzzy")]
    public async Task French_text_is_found_with_and_without_its_accents(string typed)
    {
        var opened = await As("alice").Open("L'imprimante du deuxième étage", new { description = "Il y a un bourrage papier chaque matin." });

        Assert.That(await Found("tom", typed), Does.Contain(opened.Id));
    }

    [Test]
    public async Task A_reference_is_found_first_however_it_is_typed()
    {
        var opened = await As("alice").Open("The door does not close");
        var reference = opened["reference"].GetString()!;
        await As("alice").Open($"Again the trouble of {reference}, see there");

        foreach (var typed in new[] { reference, reference.ToLowerInvariant(), "INC-" + reference[4..].TrimStart('0'), "#" + reference[4..].TrimStart('0'), reference[4..].TrimStart('0') })
            Assert.That((await Found("tom", typed)).FirstOrDefault(), Is.EqualTo(opened.Id), typed);
    }

    [Test]
    public async Task The_subject_counts_more_than_the_text()
    {
        var inText = await As("alice").Open("Something else", new { description = "The kaleidoscope is broken" });
        var inSubject = await As("alice").Open("The kaleidoscope");

        Assert.That(await Found("tom", "kaleidoscope"), Is.EqualTo(new[] { inSubject.Id, inText.Id }));
    }

    [Test]
    public async Task An_unknown_field_matches_nothing_and_says_so()
    {
        await As("alice").Open();

        var answer = (await As("tom").Get("tickets?q=colour:red")).Expect(HttpStatusCode.OK);

        Assert.That(answer["items"].GetArrayLength(), Is.Zero);
        Assert.That(answer["notices"][0].GetString(), Does.Contain("colour"));
        Assert.That(answer["noticeCodes"].GetRawText(), Is.EqualTo("""[{"code":"fieldUnknown","values":{"field":"colour"}}]"""));
        Assert.That(answer["interpretedAs"].GetString(), Is.EqualTo("nothing"));
    }

    [TestCase("tom", "Service Desk", "Network")]
    [TestCase("tina", "Centre de services", "Réseau")]
    public async Task What_is_named_by_its_id_is_told_by_its_name_in_the_readers_language(string reader, string deskName, string networkName)
    {
        var (desk, network, tina) = (await TeamId("service-desk"), await TeamId("network"), await UserId("tina"));
        var item = (await As("paula").Post("configuration-items", new { name = "SRV-NAMED-01", type = "server" })).Expect(HttpStatusCode.Created).Id;
        var parent = await As("alice").Open();
        (string Typed, string Told)[] all =
        [
            ($"held:withTeam:{network}", $"held:withTeam:\"{networkName}\""),
            ($"held:team:{desk} -held:person:{tina}", $"held:team:\"{deskName}\" NOT held:person:\"Tina Moreau\""),
            ($"held:person:{tina}@{network}", $"held:person:\"Tina Moreau\"@\"{networkName}\""),
            ($"held:person:{tina}@none", "held:person:\"Tina Moreau\"@none"),
            ($"group:({desk}, {network}) owner:{tina}", $"group:(\"{deskName}\", \"{networkName}\") owner:\"Tina Moreau\""),
            ($"item:{item} parent:{parent.Id}", $"asset:\"SRV-NAMED-01\" parent:\"{parent["reference"].GetString()}\""),
            ($"changed(team, from:{desk}, to:{network}, by:{tina})", $"changed(group, from:\"{deskName}\", to:\"{networkName}\", by:\"Tina Moreau\")"),
        ];

        foreach (var (typed, told) in all)
            Assert.That((await As(reader).Get("tickets?q=" + Uri.EscapeDataString(typed))).Expect(HttpStatusCode.OK)["interpretedAs"].GetString(), Is.EqualTo(told), typed);
    }

    [Test]
    public async Task An_id_without_a_name_for_the_reader_stays_an_id()
    {
        var (nobody, hidden) = (Guid.CreateVersion7(Clock.GetUtcNow()), await As("tom").Open());

        var answer = (await As("alice").Get($"tickets?q=owner:{nobody}%20parent:{hidden.Id}")).Expect(HttpStatusCode.OK);

        Assert.That(answer["interpretedAs"].GetString(), Is.EqualTo($"owner:{nobody} parent:{hidden.Id}"));
    }

    [TestCase("state:open")]
    [TestCase("priority<=p3")]
    [TestCase("owner:empty group:empty")]
    [TestCase("requester:alice")]
    [TestCase("requester:martin")]
    [TestCase("site:lyon")]
    [TestCase("created:today")]
    [TestCase("created:-3d")]
    [TestCase("created:2026-03-02")]
    [TestCase("created>=2026-03 created<2027")]
    [TestCase("tag:findme")]
    [TestCase("external:\"cmdb:Q-77\"")]
    [TestCase("q-77")]
    [TestCase("reopened:0 moves<1")]
    [TestCase("type:incident channel:api")]
    [TestCase("major:no restricted:no")]
    [TestCase("parent:empty -has:child -has:attachment -has:comment")]
    [TestCase("subject~arnished")]
    [TestCase("subject^\"The varn\"")]
    [TestCase("field.room:B12")]
    [TestCase("updated:2026-01-01..")]
    [TestCase("sla:running -due:empty OR sla:paused")]
    public async Task Every_kind_of_field_finds(string typed)
    {
        if ((await Found("tom", "varnished")).Count == 0)
        {
            var opened = await As("alice").Open("The varnished desk", new
            {
                tags = new[] { "findme" },
                externalReference = new { system = "cmdb", id = "Q-77" },
            });
            var id = Guid.Parse(opened.Id);
            await Desk.Db(db => db.Database.ExecuteSqlAsync($"update tickets set custom_fields = jsonb_build_object('room', 'b12') where id = {id}"));
        }

        var expected = (await Found("tom", "varnished"))[0];
        Assert.That(await Found("tom", typed), Does.Contain(expected));
        Assert.That(await Found("tom", $"({typed}) varnished"), Is.EqualTo(new[] { expected }));
        Assert.That(await Found("tom", $"NOT ({typed}) varnished"), Is.Empty);
    }

    [TestCase("has:task")]
    [TestCase("has:link")]
    [TestCase("has:draft")]
    [TestCase("avec:tâche avec:lien avec:brouillon")]
    [TestCase("asset:\"beamer 7\"")]
    [TestCase("asset:any")]
    [TestCase("requester.dept:\"quay\"")]
    [TestCase("requester.dept:any")]
    [TestCase("participant:tina")]
    [TestCase("participant:alice")]
    [TestCase("participant:me")]
    public async Task What_hangs_on_a_ticket_is_found(string typed)
    {
        var (with, without) = await HungAsync();

        Assert.That(await Found("tom", typed + " mahogany"), Is.EqualTo(new[] { with }));
        Assert.That(await Found("tom", $"NOT ({typed}) mahogany"), Is.EqualTo(new[] { without }));
    }

    [Test]
    public async Task A_task_a_note_and_a_foreign_draft_are_not_found_by_whom_they_are_hidden_from()
    {
        var (with, without) = await HungAsync();

        Assert.That(await Found("alice", "has:task mahogany"), Is.Empty);
        Assert.That(await Found("alice", "has:draft mahogany"), Is.Empty);
        Assert.That(await Found("alice", "participant:tina mahogany"), Is.Empty);
        Assert.That(await Found("alice", "has:link mahogany"), Is.Empty);
        Assert.That(await Found("alice", "participant:me mahogany"), Is.EquivalentTo(new[] { with }));
        Assert.That(await Found("tina", "participant:me mahogany"), Is.EqualTo(new[] { with }));
        Assert.That(await Found("sue", "NOT has:draft mahogany"), Is.EquivalentTo(new[] { with, without }));
    }

    // One with a task, a link to a ticket alice does not see, tom's draft, tina's note, an item and a requester with a department; one with nothing.
    private async Task<(string With, string Without)> HungAsync()
    {
        if (await Found("sue", "mahogany") is { Count: 2 } known)
            return (await Found("sue", "requester:alice mahogany")) is [var one] ? (one, known.Single(k => k != one)) : throw new InvalidOperationException();

        var admin = As("admin");
        var department = (await admin.Post("departments", new { name = "Harbour quay" })).Expect(HttpStatusCode.Created);
        (await admin.Patch($"users/{await UserId("alice")}", new { departmentId = department.Id })).Expect(HttpStatusCode.OK);
        var item = (await As("paula").Post("configuration-items", new { name = "Beamer 7", type = "projector" })).Expect(HttpStatusCode.Created);
        var without = await As("sue").Open("The mahogany door");
        var foreign = await As("sue").Open("Quite another thing");
        var with = await As("alice").Open("The mahogany desk");
        var url = $"incidents/{with.Id}";
        (await As("tom").Patch(url, new { configurationItemIds = new[] { item.Id } })).Expect(HttpStatusCode.OK);
        (await As("tom").Post(url + "/tasks", new { title = "Look at it" })).Expect(HttpStatusCode.Created);
        (await As("tom").Post(url + "/links", new { type = "relatedTo", targetId = foreign.Id })).Expect(HttpStatusCode.Created);
        (await As("tina").Post(url + "/comments", new { body = "Seen before.", visibility = "internal" })).Expect(HttpStatusCode.Created);
        (await As("tom").Put($"tickets/{with.Id}/drafts/reply", new { body = "Dear" })).Expect(HttpStatusCode.OK);
        (await As("tom").Post(url + "/watchers", new { userId = await UserId("tom") })).Expect(HttpStatusCode.Created);
        return (with.Id, without.Id);
    }

    [Test]
    public async Task A_category_is_found_with_those_below_it()
    {
        var above = (await As("admin").Post("categories", new { key = "harbour", name = "Harbour" })).Expect(HttpStatusCode.Created).Id;
        var below = (await As("admin").Post("categories", new { key = "crane", name = "Crane", parentId = above })).Expect(HttpStatusCode.Created).Id;
        var lowest = (await As("admin").Post("categories", new { key = "hook", name = "Hook", parentId = below })).Expect(HttpStatusCode.Created).Id;
        List<string> opened = [];
        foreach (var categoryId in new[] { above, below, lowest })
            opened.Add((await As("alice").Open("It squeaks", new { categoryId })).Id);

        async Task<IEnumerable<string?>> Listed(string query) =>
            (await As("tom").Get("tickets?" + query)).Expect(HttpStatusCode.OK)["items"].EnumerateArray().Select(i => i.GetProperty("id").GetString());

        Assert.That(await Listed($"categoryId={above}"), Is.EquivalentTo(opened));
        Assert.That(await Listed($"categoryId={below}"), Is.EquivalentTo(opened.Skip(1)));
        Assert.That(await Listed($"categoryId=only:{below}"), Is.EquivalentTo(opened.Skip(1).Take(1)));
        Assert.That(await Found("tom", "category:harbour"), Is.EquivalentTo(opened));
        Assert.That(await Found("tom", "category:\"Crane\""), Is.EquivalentTo(opened.Skip(1)));
        var report = (await As("sue").Get("reports/incidents?groupBy=category&from=2020-01-01&to=2030-01-01")).Expect(HttpStatusCode.OK);
        foreach (var row in report["rows"].EnumerateArray())
            Assert.That((await As("sue").Get($"tickets?{row.GetProperty("list").GetProperty("opened").GetString()}&count=true"))["total"].GetInt64(), Is.EqualTo(row.GetProperty("opened").GetInt64()));
    }

    [Test]
    public async Task Odd_input_is_answered()
    {
        foreach (var typed in new[] { "'", "\\", "a'b\\c", "%_", "{0}", "}{", "((", "\"", "ab:c'd", "x1\\'2", "#0", "INC-0", "ʼʹ x", "1' or '1'='1", "the", "on", "-", "a & b | !c <-> d:*" })
            (await As("tom").Get("tickets?count=true&q=" + Uri.EscapeDataString(typed))).Expect(HttpStatusCode.OK);
        (await As("tom").Get("tickets?q=" + new string('x', 1001))).Expect(HttpStatusCode.BadRequest, "validation");
    }

    [Test]
    public async Task The_palette_offers_tickets_people_and_pages()
    {
        var opened = await As("alice").Open("Palette lamp flickers");

        var hits = (await As("tom").Get("search?q=palette+lamp")).Expect(HttpStatusCode.OK)["hits"].EnumerateArray().ToList();
        Assert.That(hits[0].GetProperty("id").GetString(), Is.EqualTo(opened.Id));
        Assert.That((await As("tom").Get("search?q=moreau"))["hits"].EnumerateArray().Select(h => h.GetProperty("title").GetString()), Does.Contain("Tina Moreau"));
        Assert.That((await As("alice").Get("search?q=moreau"))["hits"].GetArrayLength(), Is.Zero);
        (await As("admin").Post("service-accounts", new { userName = "quicksilver", name = "Quicksilver", roles = new[] { "technician" } })).Expect(HttpStatusCode.Created);
        Assert.That((await As("tom").Get("search?q=quicksilver"))["hits"].GetArrayLength(), Is.Zero, "a machine is nobody to find");
        Assert.That((await As("tina").Get("search?q=mon+travail"))["hits"].EnumerateArray().Select(h => h.GetProperty("path").GetString()), Does.Contain("/desk/queues/my-work"));
        (await As("tom").Get("search")).Expect(HttpStatusCode.BadRequest, "validation");
    }

    [Test]
    public async Task A_duplicate_is_suggested_while_its_title_is_typed()
    {
        var mine = await As("alice").Open("The projector in the auditorium is dark");
        var foreign = await As("tom").Open("The projector in the auditorium hums");

        var toAlice = (await As("alice").Get("incidents/suggestions?title=projector+auditorium+dark")).Expect(HttpStatusCode.OK);
        var toTom = await As("tom").Get("incidents/suggestions?title=auditorium+projector");

        Assert.That(toAlice["similar"].EnumerateArray().Select(s => s.GetProperty("id").GetString()), Is.EqualTo(new[] { mine.Id }));
        Assert.That(toTom["similar"].EnumerateArray().Select(s => s.GetProperty("id").GetString()), Is.EquivalentTo(new[] { mine.Id, foreign.Id }));
    }

    private async Task<List<string>> Found(string userName, string typed) =>
        [.. (await As(userName).Get("tickets?limit=200&q=" + Uri.EscapeDataString(typed))).Expect(HttpStatusCode.OK)["items"].EnumerateArray()
            .Select(i => i.GetProperty("id").GetString()!)];
}
