using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Catalog;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Api.Tests.Catalog;

public sealed class CustomFieldTests : ApiTest
{
    private static readonly object[] Floors = [new { key = "ground", name = "Ground floor" }, new { key = "first", name = new { en = "First floor", fr = "Premier étage" } }];

    [OneTimeSetUp]
    public async Task DefineFields()
    {
        await Define(new { key = "costCentre", type = "text", name = "Cost centre" });
        await Define(new { key = "seats", type = "number", name = "Seats" });
        await Define(new { key = "wantedOn", type = "date", name = "Wanted on" });
        await Define(new { key = "billable", type = "boolean", name = "Billable" });
        await Define(new { key = "floor", type = "choice", name = "Floor", options = Floors });
        await Define(new { key = "floors", type = "multiChoice", name = "Floors", options = Floors });
        await Define(new { key = "approver", type = "user", name = "Approver" });
        await Define(new { key = "window", type = "text", name = "Change window", required = true, practice = "change" });
    }

    [Test]
    public async Task A_field_comes_back_as_it_was_defined()
    {
        var fields = (await As("tina").Get("custom-fields?practice=incident")).Expect(HttpStatusCode.OK)["items"].EnumerateArray().ToDictionary(f => f.GetProperty("key").GetString()!);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fields.Keys, Does.Not.Contain("window"), "that one is for changes");
            Assert.That(fields["floor"].GetProperty("type").GetString(), Is.EqualTo("choice"));
            Assert.That(fields["floor"].GetProperty("options")[1].GetProperty("name").GetString(), Is.EqualTo("Premier étage"));
            Assert.That(fields["floor"].GetProperty("options")[1].GetProperty("names").GetRawText(), Is.EqualTo("""{"en":"First floor","fr":"Premier étage"}"""));
        }
    }

    [Test]
    public async Task A_ticket_keeps_values_that_fit()
    {
        var approver = await UserId("sue");
        var customFields = new { costCentre = "4711", seats = 2.5, wantedOn = "2026-11-22", billable = true, floor = "first", floors = new[] { "ground", "first" }, approver };

        var opened = await As("alice").Open(more: new { customFields });

        Assert.That(JsonSerializer.Deserialize<JsonElement>(opened["customFields"].GetRawText()), Is.EqualTo(JsonSerializer.SerializeToElement(customFields)).Using<JsonElement>(JsonElement.DeepEquals));
    }

    [TestCase("""{"colour":"red"}""", "custom_field.unknown")]
    [TestCase("""{"window":"night"}""", "custom_field.unknown")]
    [TestCase("""{"costCentre":4711}""", "custom_field.invalid")]
    [TestCase("""{"seats":"2"}""", "custom_field.invalid")]
    [TestCase("""{"wantedOn":"22/11/2026"}""", "custom_field.invalid")]
    [TestCase("""{"wantedOn":"2026-02-30"}""", "custom_field.invalid")]
    [TestCase("""{"billable":"yes"}""", "custom_field.invalid")]
    [TestCase("""{"floor":"second"}""", "custom_field.invalid")]
    [TestCase("""{"floor":["first"]}""", "custom_field.invalid")]
    [TestCase("""{"floors":["first","first"]}""", "custom_field.invalid")]
    [TestCase("""{"floors":"first"}""", "custom_field.invalid")]
    [TestCase("""{"approver":"sue"}""", "custom_field.invalid")]
    [TestCase("""{"approver":"00000000-0000-7000-8000-00000000dead"}""", "custom_field.invalid")]
    public async Task A_value_that_does_not_fit_is_refused_by_the_name_of_its_field(string customFields, string code)
    {
        var values = JsonElement.Parse(customFields);

        var refused = (await As("alice").Post("incidents", new { title = "x", impact = "low", urgency = "low", customFields = values }))
            .Expect(HttpStatusCode.UnprocessableEntity, code);

        Assert.That(refused["errors"].EnumerateObject().Select(e => e.Name), Is.EqualTo(values.EnumerateObject().Select(v => $"customFields.{v.Name}")));
    }

    [Test]
    public async Task A_required_field_is_wanted_at_the_opening_and_cannot_be_cleared()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Refusal(c => c.ForOpeningAsync(Practice.Change, null, default)), Is.EqualTo("custom_field.required"));
            Assert.That(await Check(c => c.ForOpeningAsync(Practice.Change, JsonElement.Parse("""{"window":"night"}"""), default)), Is.EqualTo("""{"window":"night"}"""));
            Assert.That(
                await Refusal(c => c.ForChangeAsync(Practice.Change, """{"window":"night"}""", JsonElement.Parse("""{"window":null}"""), default)),
                Is.EqualTo("custom_field.required"));
        }
    }

    [Test]
    public async Task All_required_fields_that_are_missing_are_told_at_once()
    {
        await Define(new { key = "cause", type = "text", name = "Cause", required = true, practice = "problem" });
        await Define(new { key = "proof", type = "text", name = "Proof", required = true, practice = "problem" });

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => Check(c => c.ForOpeningAsync(Practice.Problem, null, default)));

        Assert.That(refused!.Members!.Keys, Is.EquivalentTo(new[] { "customFields.cause", "customFields.proof" }));
    }

    [Test]
    public async Task A_change_leaves_what_it_does_not_name_even_when_it_would_not_fit_today() => Assert.That(
        await Check(c => c.ForChangeAsync(
            Practice.Incident, """{"retired":"x","floor":"third","seats":1}""", JsonElement.Parse("""{"seats":null,"costCentre":"1"}"""), default)),
        Is.EqualTo("""{"retired":"x","floor":"third","costCentre":"1"}"""));

    [Test]
    public async Task The_timeline_says_which_fields_were_changed_and_not_what_they_hold()
    {
        var opened = await As("alice").Open(more: new { customFields = new { costCentre = "4711", seats = 2 } });
        var id = opened["id"].GetString();
        (await As("tina").Patch($"incidents/{id}", new { customFields = new { seats = 3, billable = true, costCentre = "4711" } })).Expect(HttpStatusCode.OK);

        var details = (await As("tina").Get($"incidents/{id}/timeline")).Expect(HttpStatusCode.OK)["items"].EnumerateArray()
            .Single(entry => entry.GetProperty("type").GetString() == "fieldsChanged").GetProperty("details");

        Assert.That(details.GetRawText(), Is.EqualTo("""{"keys":["billable","seats"],"fields":["customFields"]}"""));
    }

    [Test]
    public async Task A_field_that_is_not_active_is_not_known_any_more()
    {
        var field = await Define(new { key = "shortLived", type = "text", name = "Short-lived" });
        await As("admin").Patch($"custom-fields/{field.Id}", new { active = false }, ifMatch: field.ETag);

        (await As("alice").Post("incidents", new { title = "x", impact = "low", urgency = "low", customFields = new { shortLived = "x" } }))
            .Expect(HttpStatusCode.UnprocessableEntity, "custom_field.unknown");
        (await As("admin").Patch($"custom-fields/{field.Id}", new { name = "x" }, ifMatch: field.ETag)).Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");
    }

    [TestCase("""{"key":"Big","type":"text","name":"x"}""", "custom_field.key")]
    [TestCase("""{"key":"a b","type":"text","name":"x"}""", "custom_field.key")]
    [TestCase("""{"key":"choose","type":"choice","name":"x"}""", "custom_field.options")]
    [TestCase("""{"key":"choose","type":"text","name":"x","options":[{"key":"a","name":"A"}]}""", "custom_field.options")]
    [TestCase("""{"key":"choose","type":"choice","name":"x","options":[{"key":"a","name":"A"},{"key":"a","name":"B"}]}""", "custom_field.option_key")]
    public async Task A_definition_that_makes_no_sense_is_refused(string body, string code) =>
        (await As("admin").Post("custom-fields", JsonElement.Parse(body))).Expect(HttpStatusCode.UnprocessableEntity, code);

    [Test]
    public async Task A_key_is_taken_once() =>
        (await As("admin").Post("custom-fields", new { key = "seats", type = "text", name = "x" })).Expect(HttpStatusCode.Conflict, "custom_field.key_taken");

    [Test]
    public async Task Everybody_reads_the_definitions_and_administrators_write_them()
    {
        var field = await Define(new { key = "rights", type = "text", name = "Rights" });
        using (Assert.EnterMultipleScope())
        {
            (await As("alice").Get("custom-fields")).Expect(HttpStatusCode.OK);
            (await As("alice").Get($"custom-fields/{field.Id}")).Expect(HttpStatusCode.OK);
            (await As("sue").Post("custom-fields", new { key = "x", type = "text", name = "x" })).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As("sue").Patch($"custom-fields/{field.Id}", new { name = "x" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        }
    }

    private async Task<Answer> Define(object body) => (await As("admin").Post("custom-fields", body)).Expect(HttpStatusCode.Created);

    private Task<string> Check(Func<CustomFieldChecks, Task<string>> check) => Desk.InScopeAsync(s => check(s.GetRequiredService<CustomFieldChecks>()));

    private async Task<string> Refusal(Func<CustomFieldChecks, Task<string>> check)
    {
        try
        {
            return "accepted " + await Check(check);
        }
        catch (RuleViolationException e)
        {
            return e.Code;
        }
    }
}
