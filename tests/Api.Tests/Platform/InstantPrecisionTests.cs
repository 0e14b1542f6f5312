using System.Net;

namespace ServiceDesk.Api.Tests.Platform;

public sealed class InstantPrecisionTests : ApiTest
{
    [Test]
    public async Task What_a_command_answers_is_what_is_read_afterwards_to_the_last_digit()
    {
        Clock.Set(ManualClock.Start.AddTicks(1_234_567));

        var opened = await As("tom").Open();
        var comment = (await As("tom").Post($"incidents/{opened.Id}/comments", new { body = "x", visibility = "public" })).Expect(HttpStatusCode.Created);

        Assert.That(opened["openedAt"].GetString(), Is.EqualTo("2026-03-02T09:00:00.123456+00:00"));
        Assert.That((await As("tom").Get($"incidents/{opened.Id}"))["openedAt"].GetString(), Is.EqualTo(opened["openedAt"].GetString()));
        Assert.That((await As("tom").Get($"incidents/{opened.Id}/comments"))["items"][0].GetProperty("createdAt").GetString(), Is.EqualTo(comment["createdAt"].GetString()));
    }
}
