using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Api.Tests.People;

public sealed class UserImportTests : ApiTest
{
    private const string People = """
        userName,name,email,phone,site,department,manager,team,role,language,timeZone,vip
        hugo,"Hugo, the younger",hugo@example.org,,Lyon,,ines,network,technician,fr,,yes
        ines,Ines,,,,,,,,,,
        jo,Jo,not-an-address,,,,,,,,,
        kai,Kai,,,Atlantis,,,,,,,
        HUGO,Hugo again,,,,,,,,,,
        ,Nobody,,,,,,,,,,
        lea,Lea,,,,,nobodyatall,,,,,
        """;

    [Test]
    public async Task A_file_makes_people_known_and_the_same_file_again_changes_nothing()
    {
        var dry = (await Send(People, "?dryRun=true")).Expect(HttpStatusCode.OK);
        Assert.That(dry["created"].GetInt32(), Is.EqualTo(3));
        Assert.That(await Desk.Db(db => db.Set<User>().AnyAsync(u => u.UserName == "hugo")), Is.False, "a dry run keeps nothing");

        var first = (await Send(People)).Expect(HttpStatusCode.OK);
        Assert.That(Outcomes(first), Is.EqualTo(Outcomes(dry)));
        Assert.That(Outcomes(first), Is.EqualTo(new[] { "created", "created", "rejected", "rejected", "rejected", "rejected", "created" }));
        var reasons = first["rows"].EnumerateArray().Select(r => r.GetProperty("reason").GetString()).ToList();
        Assert.That(reasons[3], Does.Contain("Atlantis"));
        Assert.That(reasons[4], Does.Contain("Row 2"));
        Assert.That(reasons[6], Does.Contain("nobodyatall"));
        Assert.That(
            first["rows"].EnumerateArray().Skip(3).Select(r => $"{r.GetProperty("code").GetString()} {r.GetProperty("value").GetString()}"),
            Is.SupersetOf(new[] { "noSite Atlantis", "repeated 2", "noManager nobodyatall" }), "for readers of other languages");
        Assert.That(first["rows"][0].GetProperty("row").GetInt32(), Is.EqualTo(2), "the line of the file");

        var hugo = await User("hugo");
        Assert.That(hugo["name"].GetString(), Is.EqualTo("Hugo, the younger"));
        Assert.That(hugo["manager"].GetProperty("name").GetString(), Is.EqualTo("Ines"));
        Assert.That(hugo["teams"][0].GetProperty("name").GetString(), Is.EqualTo("Network"));
        Assert.That(hugo["site"].GetProperty("name").GetString(), Is.EqualTo("Lyon"));
        Assert.That(hugo["roles"].EnumerateArray().Select(r => r.GetProperty("role").GetProperty("key").GetString()), Is.EqualTo(new[] { "technician" }));
        Assert.That(hugo["vip"].GetBoolean(), Is.True);

        var again = (await Send(People)).Expect(HttpStatusCode.OK);
        Assert.That(again["unchanged"].GetInt32(), Is.EqualTo(3));
        Assert.That((await User("hugo"))["version"].GetInt64(), Is.EqualTo(hugo["version"].GetInt64()));
        (await As("admin").Post($"users/{hugo.Id}/reset-link")).Expect(HttpStatusCode.OK);
    }

    [TestCase("?dryRun=true")]
    [TestCase("")]
    public async Task A_line_that_would_let_people_report_to_each_other_sets_no_manager_and_says_so(string query)
    {
        (await Send("userName,name,manager\nboss,Boss,\nstored,Stored,boss\n")).Expect(HttpStatusCode.OK);

        var answer = (await Send("""
            userName,name,manager
            imp6,Six,imp7
            imp7,Seven,imp8
            imp8,Eight,IMP6
            imp9,Nine,imp9
            boss,,stored
            """, query)).Expect(HttpStatusCode.OK);

        var said = answer["rows"].EnumerateArray().Where(r => r.GetProperty("reason").GetString() is not null)
            .ToDictionary(r => r.GetProperty("row").GetInt32(), r => r.GetProperty("reason").GetString());
        Assert.That(said.Keys, Is.EqualTo(new[] { 4, 5, 6 }));
        Assert.That(said.Values, Is.All.Contains("The manager was not set").And.Contains("report to themselves"));
        if (query.Length > 0)
            return;
        Assert.That((await User("imp6"))["manager"].GetProperty("name").GetString(), Is.EqualTo("Seven"));
        Assert.That((await User("imp8"))["manager"].ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        Assert.That((await User("boss"))["manager"].ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
    }

    [Test]
    public async Task A_circle_of_before_may_be_turned_round_by_one_file()
    {
        (await Send("userName,name,manager\nturn1,One,\nturn2,Two,turn1\nturn3,Three,\n")).Expect(HttpStatusCode.OK);

        var answer = (await Send("userName,manager\nturn2,turn3\nturn1,turn2\n")).Expect(HttpStatusCode.OK);

        Assert.That(Outcomes(answer), Is.EqualTo(new[] { "updated", "updated" }));
        Assert.That((await User("turn1"))["manager"].GetProperty("name").GetString(), Is.EqualTo("Two"));
    }

    [Test]
    public async Task Semicolons_and_empty_cells_are_understood()
    {
        await Send("userName,name,email,phone\nmia,Mia,mia@example.org,12\n");

        var answer = (await Send("\ufeffuserName;phone;email\r\nmia;34;\r\n")).Expect(HttpStatusCode.OK);

        Assert.That(answer["updated"].GetInt32(), Is.EqualTo(1));
        var mia = await User("mia");
        Assert.That(mia["phone"].GetString(), Is.EqualTo("34"));
        Assert.That(mia["email"].GetString(), Is.EqualTo("mia@example.org"), "an empty cell leaves it");
        Assert.That(mia["name"].GetString(), Is.EqualTo("Mia"));
    }

    [Test]
    public async Task A_thousand_people_come_in_one_file_as_a_form()
    {
        var file = new StringBuilder("userName,name,manager\n");
        for (var i = 0; i < 1000; i++)
            file.Append($"bulk{i},Bulk {i},{(i == 999 ? "" : "bulk999")}\n");
        using var form = new MultipartFormDataContent { { new StringContent(file.ToString(), Encoding.UTF8, "text/csv"), "file", "people.csv" } };

        var answer = (await As("admin").Send(new HttpRequestMessage(HttpMethod.Post, "/api/v1/users/import") { Content = form })).Expect(HttpStatusCode.OK);

        Assert.That(answer["created"].GetInt32(), Is.EqualTo(1000));
        Assert.That(await Desk.Db(db => db.Set<User>().CountAsync(u => u.UserName.StartsWith("bulk") && u.ManagerId != null)), Is.EqualTo(999));
    }

    [TestCase("name\nX\n", "userName")]
    [TestCase("userName,colour\nx,red\n", "colour")]
    [TestCase("userName\nx,y\n", "Line 2")]
    [TestCase("", "empty")]
    public async Task A_file_that_is_none_is_refused_as_a_whole(string file, string says)
    {
        var refused = (await Send(file)).Expect(HttpStatusCode.BadRequest, "import.file");

        Assert.That(refused["errors"].GetProperty("file")[0].GetString(), Does.Contain(says));
    }

    [Test]
    public async Task A_file_in_another_encoding_is_refused()
    {
        var latin = new ByteArrayContent(Encoding.Latin1.GetBytes("userName,name\nzoe,Zoé\n"));
        latin.Headers.ContentType = new("text/csv");
        (await As("admin").Send(new HttpRequestMessage(HttpMethod.Post, "/api/v1/users/import") { Content = latin })).Expect(HttpStatusCode.BadRequest, "import.file");
    }

    [Test]
    public async Task An_import_raises_nobody_above_who_runs_it()
    {
        (await Send("userName,name\na1,A\n", who: "tom")).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("admin").Post("roles", new { key = "office", name = "Office", permissions = new[] { "users.manage" } })).Expect(HttpStatusCode.Created);
        (await As("admin").Post($"users/{await UserId("dan")}/grants", new { role = "office" })).Expect(HttpStatusCode.Created);

        var answer = (await Send("userName,name,role\na2,A,administrator\na3,A,technician\n", who: "dan")).Expect(HttpStatusCode.OK);

        Assert.That(Outcomes(answer), Is.EqualTo(new[] { "rejected", "created" }));
        Assert.That(answer["rows"][0].GetProperty("reason").GetString(), Does.Contain("administrator"));
    }

    private Task<Answer> Send(string file, string query = "", string who = "admin") =>
        As(who).Send(new HttpRequestMessage(HttpMethod.Post, "/api/v1/users/import" + query) { Content = new StringContent(file, Encoding.UTF8, "text/csv") });

    private async Task<Answer> User(string userName) => (await As("tom").Get($"users/{await UserId(userName)}")).Expect(HttpStatusCode.OK);

    private static List<string?> Outcomes(Answer answer) => [.. answer["rows"].EnumerateArray().Select(r => r.GetProperty("outcome").GetString())];
}
