using System.Net;

namespace ServiceDesk.Api.Tests.People;

public sealed class ExportTests : ApiTest
{
    [Test]
    public async Task A_person_takes_away_what_is_stored_about_them()
    {
        var opened = await As("alice").Open("The stapler of Alice jams");
        (await As("alice").Post($"incidents/{opened.Id}/comments", new { body = "It jams twice a day.", visibility = "public" })).Expect(HttpStatusCode.Created);
        await As("paula").Open("A matter of Paula");

        var copy = (await As("alice").Get("me/export")).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(copy.Headers["Content-Disposition"], Does.StartWith("attachment; filename=\"servicedesk-"));
            Assert.That(copy["profile"].GetProperty("userName").GetString(), Is.EqualTo("alice"));
            Assert.That(copy["preferences"].GetProperty("notifications").EnumerateObject(), Is.Not.Empty);
            Assert.That(copy["tokens"].GetArrayLength(), Is.Positive);
            Assert.That(copy["sessions"].GetArrayLength(), Is.Zero);
            Assert.That(copy["ticketsRequested"].EnumerateArray().Select(t => t.GetProperty("title").GetString()), Does.Contain("The stapler of Alice jams"));
            Assert.That(copy["comments"].EnumerateArray().Select(t => t.GetProperty("body").GetString()), Does.Contain("It jams twice a day."));
            Assert.That(copy["acts"].EnumerateArray().Select(t => t.GetProperty("entityId").GetString()), Does.Contain(opened.Id));
            Assert.That(copy.Text, Does.Not.Contain("A matter of Paula").And.Not.Contain("hash").And.Not.Contain("password"));
        }
    }

    [Test]
    public async Task A_note_one_may_no_longer_read_and_a_secret_are_not_in_it()
    {
        var opened = await As("alice").Open();
        (await As("tom").Post($"incidents/{opened.Id}/comments", new { body = "A note among ourselves.", visibility = "internal" })).Expect(HttpStatusCode.Created);
        (await As("tom").Post($"incidents/{opened.Id}/worklogs", new { minutes = 20, text = "Looked at it." })).Expect(HttpStatusCode.Created);
        var token = (await As("tom").Post("tokens", new { name = "script", scopes = new[] { "incidents.read" } })).Expect(HttpStatusCode.Created);
        var id = await UserId("tom");

        var copy = (await As("admin").Get($"users/{id}/export")).Expect(HttpStatusCode.OK);
        var ofAlice = (await As("admin").Get($"users/{await UserId("alice")}/export")).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(copy["comments"].EnumerateArray().Select(t => t.GetProperty("body").GetString()), Does.Contain("A note among ourselves."));
            Assert.That(copy["worklogs"].EnumerateArray().Select(t => t.GetProperty("text").GetString()), Does.Contain("Looked at it."));
            Assert.That(copy["tokens"].EnumerateArray().Select(t => t.GetProperty("name").GetString()), Does.Contain("script"));
            Assert.That(copy.Text, Does.Not.Contain(token["token"].GetString()!));
            Assert.That(ofAlice.Text, Does.Not.Contain("A note among ourselves."));
        }
    }

    [TestCase("tom")]
    [TestCase("sue")]
    [TestCase("alice")]
    public async Task Only_who_manages_people_takes_it_of_others(string who) =>
        (await As(who).Get($"users/{await UserId("paula")}/export")).Expect(HttpStatusCode.Forbidden, "forbidden");

    [Test]
    public async Task Of_nobody_there_is_nothing() =>
        (await As("admin").Get("users/00000000-0000-7000-8000-00000000dead/export")).Expect(HttpStatusCode.NotFound, "not_found");
}
