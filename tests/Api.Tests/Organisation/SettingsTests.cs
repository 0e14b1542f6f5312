using System.Net;

namespace ServiceDesk.Api.Tests.Organisation;

public sealed class SettingsTests : ApiTest
{
    [Test]
    public async Task Settings_change_one_by_one()
    {
        var before = await As("admin").Get("settings");

        var changed = await As("admin").Patch("settings", new { name = "Mairie de Lyon", reopenWindow = "PT48H", retentionDays = 90 }, ifMatch: before.ETag);

        changed.Expect(HttpStatusCode.OK);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(changed["name"].GetString(), Is.EqualTo("Mairie de Lyon"));
            Assert.That(changed["reopenWindow"].GetString(), Is.EqualTo("PT48H"));
            Assert.That(changed["retentionDays"].GetInt32(), Is.EqualTo(90));
            Assert.That(changed["timeZone"].GetString(), Is.EqualTo(before["timeZone"].GetString()));
            Assert.That(changed["firstContactWindow"].GetString(), Is.EqualTo("PT1H"));
            Assert.That((await As("tom").Get("settings")).Text, Is.EqualTo(changed.Text));
            (await As("admin").Patch("settings", new { name = "Late" }, ifMatch: before.ETag)).Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");
        }
    }

    [TestCase("""{"timeZone":"Europe/Nowhere"}""", HttpStatusCode.BadRequest, "validation")]
    [TestCase("""{"timeZone":"Romance Standard Time"}""", HttpStatusCode.BadRequest, "validation")]
    [TestCase("""{"language":"de"}""", HttpStatusCode.BadRequest, "validation")]
    [TestCase("""{"name":""}""", HttpStatusCode.BadRequest, "validation")]
    [TestCase("""{"autoClose":null}""", HttpStatusCode.BadRequest, "validation")]
    [TestCase("""{"colour":"red"}""", HttpStatusCode.BadRequest, "request.malformed")]
    [TestCase("""{"reopenWindow":"PT9000H"}""", HttpStatusCode.UnprocessableEntity, "settings.reopen_window")]
    [TestCase("""{"reopenWindow":"P7D"}""", HttpStatusCode.UnprocessableEntity, "duration.unit")]
    [TestCase("""{"retentionDays":0}""", HttpStatusCode.UnprocessableEntity, "settings.retention")]
    public async Task What_makes_no_sense_is_refused(string body, HttpStatusCode status, string code)
    {
        var refused = await As("admin").Send(
            new HttpRequestMessage(HttpMethod.Patch, "/api/v1/settings") { Content = new StringContent(body, null, "application/merge-patch+json") });

        refused.Expect(status, code);
    }

    [Test]
    public async Task New_incidents_follow_a_redrawn_matrix()
    {
        var before = await As("tom").Get("priority-matrix");
        var rows = new[] { new[] { "p1", "p1", "p1" }, ["p2", "p1", "p4"], ["p3", "p4", "p5"] };

        var redrawn = await As("admin").Put("priority-matrix", new { rows }, ifMatch: before.ETag);
        var opened = await As("alice").Open();
        await As("admin").Put("priority-matrix", new { rows = before["rows"] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before["rows"].GetRawText(), Is.EqualTo("""[["p1","p2","p3"],["p2","p3","p4"],["p3","p4","p5"]]"""));
            Assert.That(redrawn["rows"].GetRawText(), Is.EqualTo("""[["p1","p1","p1"],["p2","p1","p4"],["p3","p4","p5"]]"""));
            Assert.That(opened["priority"].GetString(), Is.EqualTo("p1"));
            (await As("admin").Put("priority-matrix", new { rows }, ifMatch: before.ETag)).Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");
            (await As("admin").Put("priority-matrix", new { rows = rows[..2] })).Expect(HttpStatusCode.BadRequest, "validation");
            (await As("admin").Put("priority-matrix", new { rows = new[] { new[] { "p0" } } })).Expect(HttpStatusCode.BadRequest);
        }
    }

    [TestCase("settings")]
    [TestCase("priority-matrix")]
    public async Task Administrators_write_technicians_read_and_employees_do_neither(string path)
    {
        using (Assert.EnterMultipleScope())
        {
            (await As("tom").Get(path)).Expect(HttpStatusCode.OK);
            (await As("alice").Get(path)).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As("sue").Patch("settings", new { name = "x" })).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As("sue").Put("priority-matrix", new { rows = new[] { new[] { "p1" } } })).Expect(HttpStatusCode.Forbidden, "forbidden");
        }
    }
}
