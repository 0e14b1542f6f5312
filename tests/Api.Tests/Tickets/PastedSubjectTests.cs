using System.Net;

namespace ServiceDesk.Api.Tests.Tickets;

/// <summary>A pasted subject always works, whatever it is made of.</summary>
public sealed class PastedSubjectTests : ApiTest
{
    [Test]
    public async Task A_pasted_subject_is_found_whatever_common_words_are_in_it()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(Desk.ConnectionString);
        await using var read = source.CreateCommand("""
            select string_agg(pg_read_file((select setting from pg_config where name = 'SHAREDIR') || '/tsearch_data/' || f || '.stop'), E'\n')
            from unnest(array['english', 'french']) f
            """);
        var words = ((string)(await read.ExecuteScalarAsync())!).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        Assert.That(words, Has.Count.GreaterThan(200));
        foreach (var (i, word) in words.Index())
        {
            var title = $"Quartz{i} blurred {word} screen {word}";
            var opened = (await As("alice").Open(title)).Id;
            Assert.That(await Found("tom", title), Is.EqualTo(new[] { opened }), title);
            Assert.That((await As("tom").Get("search?q=" + Uri.EscapeDataString(title)))["hits"].EnumerateArray().Select(h => h.GetProperty("id").GetString()), Does.Contain(opened), title);
            Assert.That((await As("alice").Get("incidents/suggestions?title=" + Uri.EscapeDataString(title)))["similar"][0].GetProperty("id").GetString(), Is.EqualTo(opened), title);
        }
    }

    [TestCase("me as on")]
    [TestCase("On, me")]
    [TestCase("\"as me\"")]
    public async Task A_subject_of_nothing_but_common_words_is_found_by_its_beginning(string typed)
    {
        var opened = (await As("alice").Open(typed.Trim('"') + " t")).Id;

        var answer = (await As("tom").Get("tickets?limit=200&q=" + Uri.EscapeDataString(typed))).Expect(HttpStatusCode.OK);

        Assert.That(answer["items"].EnumerateArray().Select(i => i.GetProperty("id").GetString()), Is.EqualTo(new[] { opened }));
        Assert.That(answer["noticeCodes"][0].GetProperty("code").GetString(), Is.EqualTo("inEveryText"));
    }

    [TestCase("😀")]
    [TestCase("%%")]
    [TestCase("((((")]
    [TestCase("?!")]
    public async Task Signs_alone_find_the_titles_that_hold_them(string typed)
    {
        await As("alice").Open("Nothing of that kind");
        var none = (await As("tom").Get("tickets?q=" + Uri.EscapeDataString(typed))).Expect(HttpStatusCode.OK);
        Assert.That(none["items"].GetArrayLength(), Is.Zero);
        Assert.That(none["noticeCodes"].EnumerateArray().Last().GetProperty("code").GetString(), Is.EqualTo("noWord"));

        var opened = (await As("alice").Open($"It shows {typed} since noon")).Id;
        Assert.That(await Found("tom", typed), Is.EqualTo(new[] { opened }));
    }

    [TestCase("C++")]
    [TestCase("C#")]
    public async Task A_name_of_a_letter_and_signs_is_found_as_it_stands(string typed)
    {
        await As("alice").Open("Cable is cut");
        var opened = (await As("alice").Open($"The {typed} wombat compiler fails")).Id;

        Assert.That(await Found("tom", typed), Is.EqualTo(new[] { opened }));
        Assert.That(await Found("tom", $"The {typed} wombat compiler fails"), Is.EqualTo(new[] { opened }));
    }

    private async Task<List<string>> Found(string userName, string typed) =>
        [.. (await As(userName).Get("tickets?limit=200&q=" + Uri.EscapeDataString(typed))).Expect(HttpStatusCode.OK)["items"].EnumerateArray()
            .Select(i => i.GetProperty("id").GetString()!)];
}
