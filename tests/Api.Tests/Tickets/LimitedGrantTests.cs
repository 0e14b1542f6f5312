using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Infrastructure.Outbox;

namespace ServiceDesk.Api.Tests.Tickets;

/// <summary>
/// Nina is an employee, and a technician for the team Network alone: what she may do to a ticket depends on whose it is. Her own request
/// lies with the service desk, where she is nobody but its requester.
/// </summary>
public sealed class LimitedGrantTests : ApiTest
{
    private ApiClient nina = null!;
    private string own = "";
    private string networks = "";

    [OneTimeSetUp]
    public async Task Tell()
    {
        var admin = As("admin");
        var id = (await admin.Post("users", new { userName = "nina", name = "Nina Weber", roles = new[] { "employee" } })).Expect(HttpStatusCode.Created).Id;
        (await admin.Post($"users/{id}/grants", new { role = "technician", teamId = await TeamId("network") })).Expect(HttpStatusCode.Created);
        nina = await Desk.TokenFor("nina");

        own = await ToldOn((await nina.Open("My screen flickers")).Id, "service-desk");
        networks = await ToldOn((await As("alice").Open("The switch hums")).Id, "network");
        (await nina.Post($"incidents/{networks}/watchers", new { userId = id })).Expect(HttpStatusCode.Created);
    }

    [Test]
    public async Task What_is_internal_on_another_teams_ticket_is_not_read()
    {
        foreach (var (ticket, reads) in new[] { (own, false), (networks, true) })
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(await Bodies(ticket), reads ? Does.Contain("A zebrafish in the socket") : Is.EquivalentTo(new[] { "We look at it" }));
                var timeline = (await nina.Get($"incidents/{ticket}/timeline?limit=100")).Expect(HttpStatusCode.OK).Text;
                Assert.That(timeline, reads ? Does.Contain("zebrafish") : Does.Not.Contain("zebrafish").And.Not.Contain("internal").And.Not.Contain("worklog"));
                Assert.That((await nina.Get($"incidents/{ticket}/attachments")).Expect(HttpStatusCode.OK)["items"].GetArrayLength(), Is.EqualTo(reads ? 1 : 0));
                foreach (var part in new[] { $"incidents/{ticket}/worklogs", $"incidents/{ticket}/tasks", $"tickets/{ticket}/presence" })
                    Assert.That((await nina.Get(part)).Status, Is.EqualTo(reads ? HttpStatusCode.OK : HttpStatusCode.Forbidden), part);
            }
        }
    }

    [Test]
    public async Task Lists_and_searches_know_no_more_than_the_ticket_shows()
    {
        Assert.That(await Found("zebrafish"), Is.EquivalentTo(new[] { networks }));
        Assert.That(await Found("has:task"), Is.EquivalentTo(new[] { networks }));
        Assert.That(await Found("has:attachment"), Is.EquivalentTo(new[] { networks }));
        Assert.That(await Found("has:comment"), Is.SupersetOf(new[] { own, networks }));
        Assert.That(await Found("participant:tina"), Is.EquivalentTo(new[] { networks }));
        var rows = (await nina.Get("tickets?limit=100")).Expect(HttpStatusCode.OK);
        Assert.That(Row(rows, networks).GetProperty("lastMessage").GetRawText(), Does.Contain("zebrafish"));
        Assert.That(Row(rows, own).GetProperty("lastMessage").GetRawText(), Does.Contain("We look at it"));
        var counted = await nina.Get("tickets?q=zebrafish&limit=100&count=true");
        Assert.That(counted["total"].GetInt32(), Is.EqualTo(counted["items"].GetArrayLength()));

        foreach (var ticket in new[] { own, networks })
            (await As("tom").Post($"tickets/{ticket}/presence", new { activity = "viewing" })).Expect(HttpStatusCode.OK);
        Assert.That((await nina.Get("tickets/presence"))["items"].EnumerateArray().Select(p => p.GetProperty("ticketId").GetString()), Is.EqualTo(new[] { networks }));
    }

    [Test]
    public async Task Another_teams_ticket_is_not_worked_on()
    {
        var ticket = await ToldOn((await nina.Open("My chair squeaks")).Id, "service-desk");
        var (desk, other) = (await TeamId("service-desk"), await nina.Open("My lamp blinks"));
        (string Path, object Body)[] refused =
        [
            ($"incidents/{ticket}/resolve", new { code = "fixed", text = "Oiled." }),
            ($"incidents/{ticket}/assign", new { teamId = desk }),
            ($"incidents/{ticket}/start", new { }),
            ($"incidents/{ticket}/hold", new { reason = "awaitingRequester" }),
            ($"incidents/{ticket}/merge", new { intoId = other.Id }),
            ($"incidents/{ticket}/comments", new { body = "Psst", visibility = "internal" }),
            ($"incidents/{ticket}/worklogs", new { minutes = 5 }),
            ($"incidents/{ticket}/tasks", new { title = "Oil it" }),
            ($"incidents/{ticket}/links", new { type = "relatedTo", targetId = other.Id }),
            ($"tickets/{ticket}/presence", new { activity = "viewing" }),
        ];
        foreach (var (path, body) in refused)
            Assert.That((await nina.Post(path, body)).Expect(HttpStatusCode.Forbidden, "forbidden").Text, Does.Contain("permission"), path);
        (await nina.Put($"tickets/{ticket}/drafts/note", new { body = "Psst" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await nina.Patch($"incidents/{ticket}", new { impact = "high" })).Expect(HttpStatusCode.Forbidden, "forbidden");

        var shown = (await nina.Get($"incidents/{ticket}")).Expect(HttpStatusCode.OK);
        Assert.That(Names(shown, "allowedTransitions"), Is.EquivalentTo(new[] { "cancel" }));
        Assert.That(shown["refusedTransitions"].EnumerateArray().Single(r => r.GetProperty("name").GetString() == "resolve").GetProperty("code").GetString(), Is.EqualTo("forbidden"));
        var bulk = (await nina.Post("tickets/bulk", new { ids = new[] { ticket }, action = "assign", arguments = new { teamId = desk } })).Expect(HttpStatusCode.OK);
        Assert.That(bulk["results"][0].GetProperty("problem").GetProperty("code").GetString(), Is.EqualTo("forbidden"));

        // A requester's rights are hers all the same, and her answer is a requester's.
        (await nina.Patch($"incidents/{ticket}", new { title = "My chair squeaks loudly" })).Expect(HttpStatusCode.OK);
        (await As("tom").Post($"incidents/{ticket}/start")).Expect(HttpStatusCode.OK);
        (await As("tom").Post($"incidents/{ticket}/hold", new { reason = "awaitingRequester" })).Expect(HttpStatusCode.OK);
        Assert.That((await nina.Post($"incidents/{ticket}/comments", new { body = "It still does", visibility = "public" }))["ticket"].GetProperty("state").GetString(), Is.EqualTo("inProgress"));
    }

    [Test]
    public async Task Her_teams_ticket_is_worked_on_until_it_is_given_away()
    {
        var ticket = await ToldOn((await As("alice").Open("No link on floor two")).Id, "network");

        (await nina.Post($"incidents/{ticket}/comments", new { body = "Cable", visibility = "internal" })).Expect(HttpStatusCode.Created);
        (await nina.Post($"incidents/{ticket}/worklogs", new { minutes = 5 })).Expect(HttpStatusCode.Created);
        (await nina.Patch($"incidents/{ticket}", new { impact = "high" })).Expect(HttpStatusCode.OK);
        Assert.That(Names(await nina.Get($"incidents/{ticket}"), "allowedTransitions"), Does.Contain("resolve"));
        var given = (await nina.Post($"incidents/{ticket}/assign", new { teamId = await TeamId("service-desk") })).Expect(HttpStatusCode.OK);

        Assert.That(Names(given, "allowedTransitions"), Does.Not.Contain("assign").And.Not.Contain("resolve"));
        (await nina.Post($"incidents/{ticket}/assign", new { teamId = await TeamId("network") })).Expect(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task A_ticket_is_opened_for_somebody_with_another_team()
    {
        var opened = await nina.Open("Carl cannot print", new { requesterId = await UserId("carl"), teamId = await TeamId("service-desk") });

        Assert.That(opened["requester"].GetProperty("name").GetString(), Does.Contain("Carl"));
        (await nina.Post($"incidents/{opened.Id}/start")).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await nina.Patch($"incidents/{opened.Id}", new { requesterId = await UserId("alice") })).Expect(HttpStatusCode.Forbidden, "forbidden");
    }

    [Test]
    public async Task Children_elsewhere_are_left_as_they_are()
    {
        var parent = await ToldOn((await As("alice").Open("The backbone is down")).Id, "network");
        var child = (await nina.Open("My phone is dead")).Id;
        (await As("tom").Post($"incidents/{parent}/links", new { type = "parentOf", targetId = child })).Expect(HttpStatusCode.Created);

        var done = (await nina.Post($"incidents/{parent}/resolve-children", new { code = "fixed", text = "It is up." })).Expect(HttpStatusCode.OK);

        Assert.That(done["results"][0].GetProperty("problem").GetProperty("code").GetString(), Is.EqualTo("forbidden"));
        Assert.That((await nina.Get($"incidents/{child}"))["state"].GetString(), Is.EqualTo("new"));
    }

    [Test]
    public async Task A_note_is_told_only_where_it_may_be_read()
    {
        foreach (var ticket in new[] { own, networks })
            (await As("tom").Post($"incidents/{ticket}/watchers", new { userId = await UserId("nina") })).Expect(HttpStatusCode.Created);
        foreach (var ticket in new[] { own, networks })
            (await As("tom").Post($"incidents/{ticket}/comments", new { body = "Between us: a zebrafish", visibility = "internal" })).Expect(HttpStatusCode.Created);
        await Desk.InScopeAsync(async s =>
        {
            while (await s.GetRequiredService<OutboxStep>().RunOnceAsync(default) == TimeSpan.Zero) { }
        });

        var told = (await nina.Get("me/notifications?limit=200")).Expect(HttpStatusCode.OK)["items"].EnumerateArray()
            .Where(n => n.GetProperty("kind").GetString() == "internalNote").Select(n => n.GetProperty("ticket").GetProperty("id").GetString());
        Assert.That(told.Distinct(), Is.EqualTo(new[] { networks }));
    }

    [Test]
    public async Task A_role_limited_to_a_site_counts_for_its_tickets()
    {
        var admin = As("admin");
        var site = (await admin.Get("sites"))["items"][0].GetProperty("id").GetString();
        var id = (await admin.Post("users", new { userName = "saul", name = "Saul", roles = new[] { "employee" } })).Expect(HttpStatusCode.Created).Id;
        (await admin.Post($"users/{id}/grants", new { role = "technician", siteId = site })).Expect(HttpStatusCode.Created);
        var saul = await Desk.TokenFor("saul");
        var (here, elsewhere) = ((await As("alice").Open("Here", new { siteId = site })).Id, (await saul.Open("Elsewhere")).Id);
        foreach (var ticket in new[] { here, elsewhere })
            await ToldOn(ticket, "service-desk");

        Assert.That((await saul.Get("tickets?q=zebrafish"))["items"].EnumerateArray().Select(t => t.GetProperty("id").GetString()), Does.Contain(here).And.Not.Contain(elsewhere));
        (await saul.Post($"incidents/{here}/resolve", new { code = "fixed", text = "Done." })).Expect(HttpStatusCode.OK);
        (await saul.Post($"incidents/{elsewhere}/resolve", new { code = "fixed", text = "Done." })).Expect(HttpStatusCode.Forbidden, "forbidden");
    }

    [Test]
    public async Task Who_is_limited_gives_nobody_more()
    {
        var admin = As("admin");
        (await admin.Post("roles", new { key = "peopleOffice", name = "People office", permissions = new[] { "users.manage" } })).Expect(HttpStatusCode.Created);
        var id = (await admin.Post("users", new { userName = "lena", name = "Lena", roles = new[] { "employee", "peopleOffice" } })).Expect(HttpStatusCode.Created).Id;
        (await admin.Post($"users/{id}/grants", new { role = "technician", teamId = await TeamId("network") })).Expect(HttpStatusCode.Created);
        (await admin.Post($"users/{id}/grants", new { role = "administrator", teamId = await TeamId("network") })).Expect(HttpStatusCode.Created);
        var lena = await Desk.TokenFor("lena");
        var carl = await UserId("carl");

        (await lena.Post($"users/{carl}/grants", new { role = "technician" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await lena.Post($"users/{carl}/grants", new { role = "technician", teamId = await TeamId("service-desk") })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await lena.Patch($"users/{await UserId("tom")}", new { userName = "tom2" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await lena.Post($"users/{carl}/erase")).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await lena.Post($"users/{carl}/grants", new { role = "technician", teamId = await TeamId("network") })).Expect(HttpStatusCode.Created);
    }

    /// <summary>With a team, a public message, and all that is internal.</summary>
    private async Task<string> ToldOn(string ticket, string team)
    {
        (await As("dan").Post($"incidents/{ticket}/assign", new { teamId = await TeamId(team) })).Expect(HttpStatusCode.OK);
        (await As("tom").Post($"incidents/{ticket}/comments", new { body = "We look at it", visibility = "public" })).Expect(HttpStatusCode.Created);
        Clock.Advance(TimeSpan.FromSeconds(1));
        (await As("tina").Post($"incidents/{ticket}/comments", new { body = "A zebrafish in the socket", visibility = "internal" })).Expect(HttpStatusCode.Created);
        (await As("tom").Post($"incidents/{ticket}/worklogs", new { minutes = 15 })).Expect(HttpStatusCode.Created);
        (await As("tom").Post($"incidents/{ticket}/tasks", new { title = "Look into the socket" })).Expect(HttpStatusCode.Created);
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "file", "log.txt" }, { new StringContent("internal"), "visibility" } };
        using var sent = await As("tom").Http.PostAsync($"/api/v1/incidents/{ticket}/attachments", form);
        Assert.That(sent.StatusCode, Is.EqualTo(HttpStatusCode.Created), await sent.Content.ReadAsStringAsync());
        return ticket;
    }

    private async Task<List<string?>> Bodies(string ticket) =>
        [.. (await nina.Get($"incidents/{ticket}/comments?limit=100")).Expect(HttpStatusCode.OK)["items"].EnumerateArray().Select(c => c.GetProperty("body").GetString())];

    // Of the two tickets that are told of in every way; other tests make more.
    private async Task<List<string>> Found(string q) =>
        [.. (await nina.Get($"tickets?limit=100&q={Uri.EscapeDataString(q)}")).Expect(HttpStatusCode.OK)["items"].EnumerateArray()
            .Select(t => t.GetProperty("id").GetString()!).Where(id => id == own || id == networks)];

    private static JsonElement Row(Answer page, string id) => page["items"].EnumerateArray().Single(t => t.GetProperty("id").GetString() == id);

    private static List<string?> Names(Answer ticket, string member) => [.. ticket[member].EnumerateArray().Select(t => t.GetString())];
}
