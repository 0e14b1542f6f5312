using System.Net;
using ServiceDesk.Api.Tests.Platform;

namespace ServiceDesk.Api.Tests.Tickets;

/// <summary>Fields administrators added are compared as what they are; a sign that means nothing for a field is told.</summary>
public sealed class AddedFieldSearchTests : ApiTest
{
    private string ticket = "";

    [OneTimeSetUp]
    public async Task DefineFields()
    {
        object[] floors = [new { key = "ground", name = "Ground floor" }, new { key = "first", name = "First floor" }];
        await Define(new { key = "revCost", type = "number", name = "Cost" });
        await Define(new { key = "wantedOn", type = "date", name = "Wanted on" });
        await Define(new { key = "billable", type = "boolean", name = "Billable" });
        await Define(new { key = "floors", type = "multiChoice", name = "Floors", options = floors });
        await Define(new { key = "room", type = "text", name = "Room" });
        await Define(new { key = "building", type = "text", name = "State of the building" });
        var customFields = new { revCost = 150, wantedOn = "2026-11-22", billable = true, floors = new[] { "first" }, room = "B12", building = "sound and dry" };
        ticket = (await As("alice").Open("A ticket with fields", new { customFields })).Id;
        await As("alice").Open("One without");
    }

    [TestCase("state")]
    [TestCase("statut")]
    [TestCase("priority")]
    public async Task A_field_is_not_named_like_one_of_the_search(string key) =>
        (await As("admin").Post("custom-fields", new { key, type = "text", name = "Mine" })).Expect(HttpStatusCode.UnprocessableEntity, "custom_field.key_reserved");

    [TestCase("field.revCost>100", true)]
    [TestCase("field.revCost>150", false)]
    [TestCase("field.revCost>=150.0", true)]
    [TestCase("field.revCost<1000", true)]
    [TestCase("field.revCost:150", true)]
    [TestCase("field.revCost:150.00", true)]
    [TestCase("field.revCost:(1, 150)", true)]
    [TestCase("field.revCost:100..200", true)]
    [TestCase("field.revCost:..100", false)]
    [TestCase("revCost>100", true)]
    [TestCase("REVCOST>100", true)]
    [TestCase("field.wantedOn:2026-11", true)]
    [TestCase("field.wantedOn>2026-11-21", true)]
    [TestCase("field.wantedOn>2026-11-22", false)]
    [TestCase("field.wantedOn<=2026-11-22", true)]
    [TestCase("wantedOn:2026-11-01..2026-11-30", true)]
    [TestCase("field.billable:oui", true)]
    [TestCase("field.billable:no", false)]
    [TestCase("field.floors:first", true)]
    [TestCase("field.floors:ground", false)]
    [TestCase("room^B1", true)]
    [TestCase("building:dry", true)]
    [TestCase("building:\"and dry\"", true)]
    [TestCase("building=dry", false)]
    [TestCase("building=\"sound and dry\"", true)]
    [TestCase("building!=dry", true)]
    [TestCase("building:any", true)]
    [TestCase("state:new", true)]
    public async Task They_are_compared_as_what_they_are(string typed, bool found)
    {
        var answer = await Search(typed);

        Assert.That(answer.TryGetProperty("notices", out var notices) ? notices.GetArrayLength() : 0, Is.Zero, typed);
        Assert.That(answer.GetProperty("items").EnumerateArray().Any(i => i.GetProperty("id").GetString() == ticket), Is.EqualTo(found), answer.GetProperty("interpretedAs").GetString());
    }

    [TestCase("field.revCost>many", "many")]
    [TestCase("field.room>5", "does not take >")]
    [TestCase("field.revCost~1", "does not take ~")]
    [TestCase("field.billable:perhaps", "perhaps")]
    [TestCase("number:1..5", "does not take ..")]
    [TestCase("number>5", "does not take >")]
    [TestCase("state~new", "does not take ~")]
    [TestCase("owner>alice", "does not take >")]
    [TestCase("created~2026", "does not take ~")]
    [TestCase("asset.model:x1", "asset.model")]
    [TestCase("elapsed:soon", "soon")]
    [TestCase("colour>5 room:x", null)]
    public async Task What_means_nothing_is_told(string typed, string? said)
    {
        var answer = await Search(typed);

        Assert.That(answer.GetProperty("items").GetArrayLength(), Is.Zero);
        Assert.That(answer.GetProperty("notices").EnumerateArray().Select(n => n.GetString()), said is null ? Is.Empty : Has.One.Contains(said));
    }

    [TestCase("attachment:plan", true)]
    [TestCase("fichier:\"floor-plan.txt\"", true)]
    [TestCase("attachment^floor", true)]
    [TestCase("attachment^plan", false)]
    [TestCase("attachment:any", true)]
    [TestCase("attachment:empty", false)]
    public async Task A_file_is_found_by_its_name(string typed, bool found)
    {
        var opened = await As("alice").Open("Look at the file");
        (await AttachmentTests.Upload(As("alice"), $"incidents/{opened.Id}/attachments", "floor-plan.txt", "A plan"u8.ToArray())).Expect(HttpStatusCode.Created);

        var answer = await Search(typed);

        Assert.That(answer.GetProperty("items").EnumerateArray().Any(i => i.GetProperty("id").GetString() == opened.Id), Is.EqualTo(found));
    }

    [Test]
    public async Task A_view_keeps_what_was_asked()
    {
        var view = (await As("tom").Post("views", new { name = "Dear ones", query = "revCost>100" })).Expect(HttpStatusCode.Created);

        var listed = (await As("tom").Get($"views/{view.Id}/tickets")).Expect(HttpStatusCode.OK);

        Assert.That(view["query"].GetString(), Is.EqualTo("field.revCost>100"));
        Assert.That(listed["items"].EnumerateArray().Select(i => i.GetProperty("id").GetString()), Is.EqualTo(new[] { ticket }));
    }

    private async Task<System.Text.Json.JsonElement> Search(string typed) =>
        (await As("tom").Get("tickets?limit=200&q=" + Uri.EscapeDataString(typed))).Expect(HttpStatusCode.OK).Json;

    private async Task Define(object field) => (await As("admin").Post("custom-fields", field)).Expect(HttpStatusCode.Created);
}
