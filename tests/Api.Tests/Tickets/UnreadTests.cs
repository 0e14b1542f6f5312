using System.Net;

namespace ServiceDesk.Api.Tests.Tickets;

/// <summary>What others wrote is unread until it was read, on whatever device; nobody else knows.</summary>
public sealed class UnreadTests : ApiTest
{
    [Test]
    public async Task What_somebody_else_wrote_is_unread_until_it_is_read_and_again_after_the_next_message()
    {
        var opened = await As("alice").Open("The scanner is jammed");
        Assert.That(await Unread("tom", opened.Id), Is.False, "nobody wrote");
        await Say("alice", opened.Id, "It smells of smoke");
        Assert.That(await Unread("tom", opened.Id), Is.True);
        Assert.That(await Unread("alice", opened.Id), Is.False, "her own");

        (await As("tom").Put($"tickets/{opened.Id}/read", new { })).Expect(HttpStatusCode.NoContent);
        Assert.That(await Unread("tom", opened.Id), Is.False);
        Assert.That(await Unread("tina", opened.Id), Is.True, "he read it, she did not");

        Clock.Advance(TimeSpan.FromMinutes(1));
        await Say("alice", opened.Id, "And now it burns");
        Assert.That(await Unread("tom", opened.Id), Is.True);
    }

    [Test]
    public async Task Reading_up_to_a_message_leaves_the_later_ones_and_takes_nothing_back()
    {
        var opened = await As("alice").Open("The shredder hums");
        var first = (await Say("alice", opened.Id, "One"))["createdAt"].GetDateTimeOffset();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Say("alice", opened.Id, "Two");

        await Read("tom", opened.Id, first);
        Assert.That(await Unread("tom", opened.Id), Is.True);
        await Read("tom", opened.Id, null);
        await Read("tom", opened.Id, first);
        Assert.That(await Unread("tom", opened.Id), Is.False);
    }

    [Test]
    public async Task What_is_still_to_be_written_cannot_be_read()
    {
        var opened = await As("alice").Open("The lamp flickers");
        await Read("tom", opened.Id, Clock.GetUtcNow().AddDays(1));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Say("alice", opened.Id, "Still");

        Assert.That(await Unread("tom", opened.Id), Is.True);
    }

    [Test]
    public async Task A_note_is_no_news_to_who_may_not_read_it()
    {
        var opened = await As("alice").Open("The badge is refused");
        await Say("tom", opened.Id, "She lost it again", "internal");

        Assert.That(await Unread("alice", opened.Id), Is.False);
        Assert.That(await Unread("tina", opened.Id), Is.True);
    }

    [Test]
    public async Task Nobody_reads_what_they_do_not_see()
    {
        var opened = await As("tom").Open("Not hers");
        (await As("alice").Put($"tickets/{opened.Id}/read", new { })).Expect(HttpStatusCode.NotFound, "not_found");
    }

    /// <summary>As the row says and as the search finds, which are the same.</summary>
    private async Task<bool> Unread(string who, string id)
    {
        var row = (await As(who).Get("tickets?limit=100&sort=-openedAt")).Expect(HttpStatusCode.OK)["items"].EnumerateArray()
            .Single(t => t.GetProperty("id").GetString() == id);
        var found = (await As(who).Get("tickets?limit=100&q=has:unread")).Expect(HttpStatusCode.OK);
        Assert.That(found["notices"].GetArrayLength(), Is.Zero, found.Text);
        var unread = row.GetProperty("unread").GetBoolean();
        Assert.That(found["items"].EnumerateArray().Any(t => t.GetProperty("id").GetString() == id), Is.EqualTo(unread));
        return unread;
    }

    private async Task<Answer> Say(string who, string id, string body, string visibility = "public") =>
        (await As(who).Post($"incidents/{id}/comments", new { body, visibility })).Expect(HttpStatusCode.Created);

    private async Task Read(string who, string id, DateTimeOffset? until) =>
        (await As(who).Put($"tickets/{id}/read", new { until })).Expect(HttpStatusCode.NoContent);
}
