using System.Net;
using System.Text.Json;

namespace ServiceDesk.Api.Tests.Platform;

/// <summary>If-Match as RFC 9110 has it: tags in quotes, several of them or a star, and compared strongly.</summary>
public sealed class IfMatchTests : ApiTest
{
    [TestCase("W/\"1\"")]
    [TestCase("\"01\"")]
    [TestCase("\"abc\"")]
    [TestCase("W/\"1\", \"7\"")]
    public async Task What_is_not_the_tag_letter_by_letter_matches_nothing(string tag)
    {
        var ticket = await As("tom").Open();
        var site = (await As("admin").Post("sites", new { name = "Site " + ticket.Id })).Expect(HttpStatusCode.Created);

        foreach (var refused in new[] { await As("tom").Patch($"incidents/{ticket.Id}", new { title = "x" }, tag), await As("admin").Patch($"sites/{site.Id}", new { name = "x" }, tag) })
        {
            refused.Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");
            Assert.That((refused.ETag, refused["current"].GetProperty("version").GetInt64()), Is.EqualTo(("\"1\"", 1)));
            Assert.That(refused["changes"].ValueKind, Is.EqualTo(JsonValueKind.Array));
        }
    }

    [Test]
    public async Task A_weak_tag_tells_all_the_same_since_when_changes_are_wanted()
    {
        var ticket = await As("tom").Open();
        (await As("tom").Patch($"incidents/{ticket.Id}", new { title = "Two" })).Expect(HttpStatusCode.OK);

        var refused = (await As("tom").Patch($"incidents/{ticket.Id}", new { title = "Three" }, "W/\"1\"")).Expect(HttpStatusCode.PreconditionFailed);

        Assert.That(refused["changes"].EnumerateArray().Select(c => c.GetProperty("version").GetInt64()), Is.EqualTo(new[] { 2 }));
    }

    [TestCase("1")]
    [TestCase("\"1")]
    [TestCase("*, \"1\"")]
    [TestCase("\"1\", 2")]
    [TestCase("\"1\"; \"2\"")]
    public async Task What_is_no_tag_is_refused_by_the_name_of_the_header(string tag)
    {
        var ticket = await As("tom").Open();

        var refused = (await As("tom").Patch($"incidents/{ticket.Id}", new { title = "x" }, tag)).Expect(HttpStatusCode.BadRequest, "request.if_match");

        Assert.That(refused["errors"].EnumerateObject().Select(e => e.Name), Is.EqualTo(new[] { "If-Match" }));
    }

    [TestCase("*")]
    [TestCase("\"1\"")]
    [TestCase("\"7\", \"1\"")]
    [TestCase("W/\"7\",\"1\"")]
    public async Task One_of_several_is_enough_and_a_star_always(string tag)
    {
        var ticket = await As("tom").Open();

        (await As("tom").Patch($"incidents/{ticket.Id}", new { title = "Two" }, tag)).Expect(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_star_wants_that_there_is_something()
    {
        var url = $"tickets/{(await As("tom").Open()).Id}/drafts/reply";

        (await As("tom").Put(url, new { body = "One" }, "*")).Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");
        (await As("tom").Put(url, new { body = "One" })).Expect(HttpStatusCode.OK);
        (await As("tom").Put(url, new { body = "Two" }, "*")).Expect(HttpStatusCode.OK);
    }
}
