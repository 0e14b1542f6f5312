using System.Net;

namespace ServiceDesk.Api.Tests.Reports;

/// <summary>Figures that no imported log has: priorities set by hand, and what was resolved at the first contact.</summary>
public sealed class IncidentFigureTests : ApiTest
{
    [Test]
    public async Task Priorities_set_by_hand_and_first_contact_resolutions_are_counted_and_open_their_lists()
    {
        var overridden = (await As("alice").Open()).Id;
        (await As("dan").Post($"incidents/{overridden}/override-priority", new { priority = "p1", reason = "The payroll waits" })).Expect(HttpStatusCode.OK);
        var quick = (await As("alice").Open()).Id;
        (await As("tom").Post($"incidents/{quick}/start")).Expect(HttpStatusCode.OK);
        (await As("tom").Post($"incidents/{quick}/resolve", new { code = "fixed", text = "Plugged in." })).Expect(HttpStatusCode.OK);
        var slow = (await As("alice").Open()).Id;
        Clock.Advance(TimeSpan.FromHours(2));
        (await As("tom").Post($"incidents/{slow}/start")).Expect(HttpStatusCode.OK);
        (await As("tom").Post($"incidents/{slow}/resolve", new { code = "fixed", text = "Replaced." })).Expect(HttpStatusCode.OK);

        var report = (await As("sue").Get("reports/incidents?groupBy=priority")).Expect(HttpStatusCode.OK);

        foreach (var (figure, ticket) in new[] { ("overridden", overridden), ("firstContactResolution", quick) })
        {
            Assert.That(report["total"].GetProperty(figure).GetInt64(), Is.EqualTo(1), figure);
            var list = (await As("sue").Get($"tickets?{report["total"].GetProperty("list").GetProperty(figure).GetString()}&count=true")).Expect(HttpStatusCode.OK);
            Assert.That(list["notices"].GetArrayLength(), Is.Zero, list.Text);
            Assert.That(list["items"].EnumerateArray().Select(i => i.GetProperty("id").GetString()), Is.EqualTo(new[] { ticket }), figure);
            Assert.That(report["rows"].EnumerateArray().Sum(r => r.GetProperty(figure).GetInt64()), Is.EqualTo(1), figure);
        }
    }
}
