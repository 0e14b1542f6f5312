using System.Net;

namespace ServiceDesk.Api.Tests.Platform;

/// <summary>Nothing is read as something near to it: what is not written as the contract says is refused and named.</summary>
public sealed class StrictReadingTests : ApiTest
{
    [TestCase("""{"title":"x","impact":"high,low","urgency":"low"}""", "impact")]
    [TestCase("""{"title":"x","impact":"low,medium","urgency":"low"}""", "impact")]
    [TestCase("""{"title":"x","impact":"high","urgency":"LOW"}""", "urgency")]
    [TestCase("""{"title":"x","impact":"high","urgency":" low "}""", "urgency")]
    [TestCase("""{"title":"x","impact":"high","urgency":1}""", "urgency")]
    [TestCase("""{"title":"x","impact":"high","urgency":"1"}""", "urgency")]
    public Task A_word_is_written_as_the_contract_writes_it(string body, string member) => Refused("tom", "incidents", body, member);

    [TestCase("comments", """{"body":"x","visibility":"public,internal"}""", "visibility")]
    [TestCase("comments", """{"body":"x","visibility":"Internal"}""", "visibility")]
    [TestCase("hold", """{"reason":"awaitingRequester,awaitingSupplier"}""", "reason")]
    [TestCase("resolve", """{"code":"Fixed","text":"x"}""", "code")]
    [TestCase("resolve", """{"code":"fixed,workaround","text":"x"}""", "code")]
    [TestCase("override-priority", """{"priority":"p1,p2","reason":"x"}""", "priority")]
    [TestCase("links", """{"type":"relatesTo,duplicates","targetId":"INC-000001"}""", "type")]
    public async Task So_it_is_in_commands_on_a_ticket(string verb, string body, string member)
    {
        var incident = await As("tom").Open();

        await Refused("sue", $"incidents/{incident.Id}/{verb}", body, member);
    }

    [TestCase("custom-fields", """{"key":"room","name":"Room","type":"text,number"}""", "type")]
    [TestCase("service-levels/policies", """{"name":"x","order":1,"when":{"priorities":["p1,p2"]},"calendarId":"00000000-0000-7000-8000-00000000dead","targets":{}}""", "when.priorities[0]")]
    public Task So_it_is_in_what_is_configured(string path, string body, string member) => Refused("admin", path, body, member);

    [Test]
    public async Task So_it_is_in_the_cells_of_the_matrix_and_in_a_change()
    {
        var incident = await As("tom").Open();
        (await As("admin").Put("priority-matrix", new { rows = new[] { new[] { "p1,p2", "p2", "p3" }, ["p2", "p3", "p4"], ["p3", "p4", "p5"] } })).Expect(HttpStatusCode.BadRequest, "request.malformed");

        var refused = (await As("tom").Patch($"incidents/{incident.Id}", new { impact = "high,low" })).Expect(HttpStatusCode.BadRequest, "request.malformed");

        Assert.That(refused["errors"].TryGetProperty("impact", out _), Is.True, refused.Text);
    }

    [TestCase("tickets?state=New", "filter.invalid", "state")]
    [TestCase("tickets?state=nouveau", "filter.invalid", "state")]
    [TestCase("tickets?priority=1", "filter.invalid", "priority")]
    [TestCase("tickets?impact=%20high", "filter.invalid", "impact")]
    [TestCase("reports/incidents?groupBy=Team", "report.word_unknown", "groupBy")]
    [TestCase("reports/incidents?groupBy=priority,team", "report.word_unknown", "groupBy")]
    [TestCase("reports/backlog?interval=DAY", "report.word_unknown", "interval")]
    [TestCase("custom-fields?practice=Incident", "validation", "practice")]
    [TestCase("custom-fields?practice=incident,problem", "validation", "practice")]
    public async Task A_word_of_the_query_is_written_as_the_contract_writes_it(string path, string code, string member)
    {
        var refused = (await As("admin").Get(path)).Expect(HttpStatusCode.BadRequest, code);

        Assert.That(refused["errors"].TryGetProperty(member, out _), Is.True, refused.Text);
    }

    [TestCase("""{"Title":"x","impact":"low","urgency":"low"}""", "Title")]
    [TestCase("""{"title":"x","impact":"low","urgency":"low","Description":"x"}""", "Description")]
    public Task A_member_is_spelt_as_the_contract_spells_it(string body, string member) => Refused("tom", "incidents", body, member, among: true);

    [Test]
    public async Task A_member_is_given_once()
    {
        var refused = (await Send("tom", HttpMethod.Post, "incidents", """{"title":"x","impact":"low","impact":"high","urgency":"low"}""")).Expect(HttpStatusCode.BadRequest, "request.malformed");
        Assert.That(refused.Text, Does.Contain("It is there twice."));

        (await Send("admin", HttpMethod.Post, "categories", """{"name":{"en":"a","en":"b","fr":"c"}}""")).Expect(HttpStatusCode.BadRequest, "request.malformed");
    }

    [TestCase("tickets?State=new", "State")]
    [TestCase("tickets?state=new&STATE=open", "STATE")]
    [TestCase("tickets?LIMIT=5", "LIMIT")]
    [TestCase("incidents?practice=change", "practice")]
    public async Task A_parameter_is_spelt_as_the_contract_spells_it(string path, string member)
    {
        var refused = (await As("tom").Get(path)).Expect(HttpStatusCode.BadRequest, "request.unknown_parameter");

        Assert.That(refused["errors"].TryGetProperty(member, out _), Is.True, refused.Text);
    }

    [TestCase("--priority")]
    [TestCase("priority, dueAt")]
    public async Task A_sort_has_one_sign_at_most(string sort) =>
        (await As("tom").Get("tickets?sort=" + Uri.EscapeDataString(sort))).Expect(HttpStatusCode.BadRequest, "sort.unsupported");

    [TestCase("PATCH", "application/json-patch+json")]
    [TestCase("PATCH", "application/vnd.example+json")]
    [TestCase("POST", "application/vnd.example+json")]
    [TestCase("POST", "application/merge-patch+json")]
    [TestCase("PUT", "application/problem+json")]
    public async Task A_body_of_a_neighbouring_type_is_not_read(string method, string type)
    {
        var incident = await As("tom").Open();
        var path = method switch { "PATCH" => $"incidents/{incident.Id}", "POST" => "incidents", _ => $"tickets/{incident.Id}/drafts/reply" };

        (await Send("tom", new HttpMethod(method), path, """{"title":"x"}""", type)).Expect(HttpStatusCode.UnsupportedMediaType, "request.media_type");
    }

    [TestCase("application/merge-patch+json")]
    [TestCase("application/json")]
    [TestCase("Application/JSON; charset=utf-8")]
    public async Task A_patch_is_a_merge_patch(string type)
    {
        var incident = await As("tom").Open();

        (await Send("tom", HttpMethod.Patch, $"incidents/{incident.Id}", """{"title":"Another"}""", type)).Expect(HttpStatusCode.OK);
    }

    [TestCase("INC-999999")]
    [TestCase("00000000-0000-7000-8000-00000000dead")]
    public async Task There_is_no_draft_for_a_ticket_that_is_not_there(string ticket) =>
        (await As("tom").Get($"tickets/{ticket}/drafts/reply")).Expect(HttpStatusCode.NotFound, "not_found");

    [Test]
    public async Task There_is_no_draft_for_a_ticket_one_does_not_see_and_none_yet_for_one_that_one_sees()
    {
        var incident = await As("tom").Open();

        (await As("alice").Get($"tickets/{incident.Id}/drafts/reply")).Expect(HttpStatusCode.NotFound, "not_found");
        (await As("tom").Get($"tickets/{incident.Id}/drafts/reply")).Expect(HttpStatusCode.NoContent);
    }

    [TestCase("tom", "incidents", "POST", "{\"title\":\"\\u200b\\u2060\",\"impact\":\"low\",\"urgency\":\"low\"}", "title")]
    [TestCase("tom", "incidents/{0}", "PATCH", "{\"title\":\"\\u200b \\ufeff\"}", "title")]
    [TestCase("tom", "incidents/{0}/tasks", "POST", "{\"title\":\"\\u200b\"}", "title")]
    [TestCase("tom", "incidents/{0}/worklogs", "POST", "{\"minutes\":5,\"at\":\"0001-01-01T00:00:00Z\"}", "at")]
    [TestCase("admin", "users", "POST", "{\"userName\":\"unseen\",\"name\":\"\\u200b\"}", "name")]
    [TestCase("admin", "settings", "PATCH", "{\"reopenWindow\":\"PT0S\"}", "reopenWindow")]
    public async Task What_means_nothing_is_no_value(string who, string path, string method, string body, string member)
    {
        var incident = await As("tom").Open();

        var refused = (await Send(who, new HttpMethod(method), string.Format(System.Globalization.CultureInfo.InvariantCulture, path, incident.Id), body)).Expect(HttpStatusCode.BadRequest, "validation");

        Assert.That(refused["errors"].TryGetProperty(member, out _), Is.True, refused.Text);
    }

    private async Task Refused(string who, string path, string body, string member, bool among = false)
    {
        var refused = (await Send(who, HttpMethod.Post, path, body)).Expect(HttpStatusCode.BadRequest, "request.malformed");

        Assert.That(refused["errors"].TryGetProperty(member, out _) || (among && refused["errors"].TryGetProperty("title", out _)), Is.True, refused.Text);
    }

    private Task<Answer> Send(string who, HttpMethod method, string path, string body, string type = "application/json")
    {
        var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return As(who).Send(new HttpRequestMessage(method, "/api/v1/" + path) { Content = content });
    }
}
