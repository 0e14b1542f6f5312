using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace ServiceDesk.Api.Tests.Platform;

/// <summary>What the database cannot keep, and lists with nothing in a place of theirs, are refused by name before anything is done.</summary>
public sealed class UnstorableTextTests : ApiTest
{
    [TestCase("POST", "session", """{"userName": "a\u0000", "password": "x"}""", "userName")]
    [TestCase("POST", "incidents", """{"title": "a\u0000", "impact": "low", "urgency": "low"}""", "title")]
    [TestCase("POST", "incidents", """{"title": "a", "impact": "low", "urgency": "low", "tags": ["x", "a\u0000"]}""", "tags[1]")]
    [TestCase("POST", "incidents", """{"title": "a", "impact": "low", "urgency": "low", "customFields": {"room": "\u0000"}}""", "customFields.room")]
    [TestCase("PATCH", "me/preferences", """{"interface": {"a": {"b": "\u0000"}}}""", "interface.a.b")]
    [TestCase("PATCH", "me/preferences", """{"interface": {"a\u0000": 1}}""", "interface")]
    [TestCase("POST", "services", """{"key": "x", "name": {"en": "a\u0000"}}""", "name.en")]
    public async Task A_text_with_U_0000_is_refused_by_the_name_of_its_member(string method, string path, string body, string member)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1/" + path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

        var refused = (await As("admin").Send(request)).Expect(HttpStatusCode.BadRequest, "validation");

        Assert.That(refused["errors"].EnumerateObject().Select(e => e.Name), Is.EqualTo(new[] { member }));
    }

    [Test]
    public async Task Nor_is_it_passed_over_behind_a_mark_of_the_byte_order()
    {
        var content = new ByteArrayContent([0xEF, 0xBB, 0xBF, .. """{"title": "a\u0000", "impact": "low", "urgency": "low"}"""u8]);
        content.Headers.ContentType = new("application/json");

        (await As("admin").Send(new HttpRequestMessage(HttpMethod.Post, "/api/v1/incidents") { Content = content })).Expect(HttpStatusCode.BadRequest, "validation");
    }

    [Test]
    public async Task Six_letters_that_look_like_it_are_text()
    {
        var opened = (await As("alice").Send(new HttpRequestMessage(HttpMethod.Post, "/api/v1/incidents")
        {
            Content = new StringContent("""{"title": "The page says \\u0000", "impact": "low", "urgency": "low"}""", Encoding.UTF8, "application/json"),
        })).Expect(HttpStatusCode.Created);

        Assert.That(opened["title"].GetString(), Is.EqualTo("The page says \\u0000"));
    }

    [TestCase("users?q=a%00", "q")]
    [TestCase("search?q=%C3%A9%00", "q")]
    [TestCase("incidents/suggestions?title=x%00", "title")]
    [TestCase("audit?entity=user%00", "entity")]
    [TestCase("tickets/tags?q=%00", "q")]
    public async Task A_parameter_with_it_is_refused_by_name(string path, string member)
    {
        var refused = (await As("admin").Get(path)).Expect(HttpStatusCode.BadRequest, "validation");

        Assert.That(refused["errors"].EnumerateObject().Select(e => e.Name), Is.EqualTo(new[] { member }));
    }

    [TestCase("POST", "tickets/bulk", """{"ids": [null], "action": "start"}""", "ids")]
    [TestCase("POST", "incidents", """{"title": "a", "impact": "low", "urgency": "low", "tags": ["x", null]}""", "tags")]
    [TestCase("POST", "custom-fields", """{"key": "x", "name": "X", "type": "choice", "options": [null]}""", "options")]
    [TestCase("POST", "service-levels/policies", """{"name": "X", "order": 1, "targets": {"resolution": "PT4H"}, "alarms": [null]}""", "alarms")]
    [TestCase("POST", "service-levels/policies", """{"name": "X", "order": 1, "targets": {"resolution": "PT4H"}, "alarms": [{"target": "resolution", "at": 0.5, "actions": [null]}]}""", "alarms[0].actions")]
    [TestCase("PATCH", "incidents/{id}", """{"tags": [null]}""", "tags")]
    public async Task A_list_with_nothing_in_it_is_refused_by_name(string method, string path, string body, string member)
    {
        var opened = await As("alice").Open();
        var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1/" + path.Replace("{id}", opened.Id, StringComparison.Ordinal))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };

        var refused = (await As("admin").Send(request)).Expect(HttpStatusCode.BadRequest);

        Assert.That(refused["errors"].EnumerateObject().Select(e => e.Name), Has.Some.EqualTo(member), refused.Text);
    }

    [TestCase("tickets?sort=priority", """{"Sort":"priority","Values":null}""")]
    [TestCase("tickets?sort=-updatedAt", """{"Sort":"-updatedAt","Values":[null,null]}""")]
    [TestCase("audit", """{"Sort":"-id","Values":["x"]}""")]
    [TestCase("audit", """{"Sort":"-id","Values":["99999999999999999999"]}""")]
    [TestCase("users", """{"Sort":"name","Values":["a\u0000","00000000-0000-0000-0000-000000000000"]}""")]
    public async Task A_cursor_of_nobodys_making_is_refused(string path, string cursor)
    {
        var text = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(cursor));

        (await As("admin").Get($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}cursor={text}")).Expect(HttpStatusCode.BadRequest, "cursor.invalid");
    }

    [TestCase("multipart/form-data; boundary=x", "garbage")]
    [TestCase("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nuserN")]
    [TestCase("text/csv", "userName,name\nzoe,Zo\0e\n")]
    public async Task A_file_of_people_that_is_none_is_refused(string type, string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        (await As("admin").Send(new HttpRequestMessage(HttpMethod.Post, "/api/v1/users/import") { Content = content })).Expect(HttpStatusCode.BadRequest, "import.file");
    }
}
