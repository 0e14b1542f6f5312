using System.Net;

namespace ServiceDesk.Api.Tests.Tickets;

/// <summary>A ticket below one that its reader does not see is, for them, below none.</summary>
public sealed class HiddenParentTests : ApiTest
{
    private Answer child = null!;
    private Answer hidden = null!;

    [OneTimeSetUp]
    public async Task Place()
    {
        child = await As("alice").Open("The ochre lamp flickers");
        hidden = await As("tom").Open("The wiring of the ochre floor");
        (await As("tom").Patch($"incidents/{child.Id}", new { parentId = hidden.Id })).Expect(HttpStatusCode.OK);
    }

    [TestCase("q=lamp parent:{reference}")]
    [TestCase("q=lamp parent:{id}")]
    [TestCase("q=lamp parent:any")]
    [TestCase("q=lamp has:parent")]
    [TestCase("q=lamp NOT parent:empty")]
    [TestCase("q=lamp changed(parent, to:{reference})")]
    [TestCase("q=lamp changed(parent, to:any)")]
    [TestCase("q=lamp&parentId={reference}")]
    [TestCase("q=lamp&parentId={id}")]
    public async Task Nothing_that_is_asked_tells_of_the_parent(string typed)
    {
        Assert.That(await Found("alice", typed), Is.Empty);
        Assert.That(await Found("tom", typed), Is.EqualTo(new[] { child.Id }));
    }

    [TestCase("q=lamp parent:empty")]
    [TestCase("q=lamp NOT has:parent")]
    public async Task It_has_none_for_its_reader(string typed)
    {
        Assert.That(await Found("alice", typed), Is.EqualTo(new[] { child.Id }));
        Assert.That(await Found("tom", typed), Is.Empty);
    }

    [Test]
    public async Task A_parent_that_its_reader_sees_is_found()
    {
        var (parent, below) = (await As("alice").Open("The magenta floor"), await As("alice").Open("The magenta kettle"));
        (await As("tom").Patch($"incidents/{below.Id}", new { parentId = parent.Id })).Expect(HttpStatusCode.OK);
        var reference = parent["reference"].GetString();

        foreach (var typed in new[] { $"q=magenta parent:{reference}", $"parentId={parent.Id}", $"parentId={reference}", "q=magenta has:parent", "q=magenta parent:any" })
            Assert.That(await Found("alice", typed), Is.EqualTo(new[] { below.Id }), typed);
        Assert.That(await Found("alice", "q=magenta parent:empty"), Is.EqualTo(new[] { parent.Id }));
    }

    [Test]
    public async Task To_guess_the_unseen_parent_of_a_ticket_is_answered_as_any_other_guess()
    {
        var (parent, below) = (await As("sue").Open("The board's matter"), await As("alice").Open("The board's kettle"));
        (await As("sue").Patch($"incidents/{below.Id}", new { parentId = parent.Id })).Expect(HttpStatusCode.OK);
        (await As("sue").Patch($"incidents/{parent.Id}", new { restricted = true })).Expect(HttpStatusCode.OK);
        (await As("tom").Get($"incidents/{parent.Id}")).Expect(HttpStatusCode.NotFound);

        foreach (var guess in new[] { parent.Id, Guid.CreateVersion7().ToString() })
            (await As("tom").Patch($"incidents/{below.Id}", new { parentId = guess })).Expect(HttpStatusCode.UnprocessableEntity, "ticket.unknown");
        (await As("sue").Patch($"incidents/{below.Id}", new { parentId = parent.Id })).Expect(HttpStatusCode.OK);
    }

    private async Task<string[]> Found(string who, string query)
    {
        var asked = query.Replace("{reference}", hidden["reference"].GetString(), StringComparison.Ordinal).Replace("{id}", hidden.Id, StringComparison.Ordinal);
        return [.. (await As(who).Get("tickets?limit=100&" + asked)).Expect(HttpStatusCode.OK)["items"].EnumerateArray().Select(t => t.GetProperty("id").GetString()!)];
    }
}
