using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Api.Tests.Verification;
using ServiceDesk.Domain.Attachments;
using ServiceDesk.Infrastructure.Housekeeping;
using ServiceDesk.Infrastructure.Storage;

namespace ServiceDesk.Api.Tests.Platform;

public sealed class AttachmentTests : ApiTest
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Test]
    public async Task A_file_is_kept_as_it_was_and_delivered_so_that_no_browser_runs_it()
    {
        var opened = await As("alice").Open();

        var added = (await Upload("alice", $"incidents/{opened.Id}/attachments", "photo.png", Png)).Expect(HttpStatusCode.Created);
        using var response = await As("tom").Http.GetAsync(added.Location);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(added["mediaType"].GetString(), Is.EqualTo("image/png"));
            Assert.That(added["visibility"].GetString(), Is.EqualTo("public"));
            Assert.That(added["sha256"].GetString(), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(Png))));
            Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.EqualTo(Png));
            Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/png"));
            Assert.That(response.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
            Assert.That(response.Content.Headers.ContentDisposition.FileName, Is.EqualTo("photo.png"));
            Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("sandbox"));
            Assert.That(response.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
        }
    }

    [Test]
    public async Task What_a_text_says_is_found_by_who_may_read_the_file_until_it_is_removed()
    {
        var opened = await As("alice").Open("Something with files");
        var url = $"incidents/{opened.Id}/attachments";
        var log = (await Upload("alice", url, "trace.log", Encoding.UTF8.GetBytes("one\u0000two flamingo \nlast"))).Expect(HttpStatusCode.Created);
        (await Upload("alice", url, "notes.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("was;élan pelican")])).Expect(HttpStatusCode.Created);
        (await Upload("alice", url, "noise.txt", [0xC3, 0x28, 0xA0, 0xA1])).Expect(HttpStatusCode.Created);
        (await Upload("alice", url, "large.json", [.. Encoding.UTF8.GetBytes("\"heron\" " + new string('x', 102_400) + " \"stork\"")])).Expect(HttpStatusCode.Created);
        var inside = await Upload("tom", "attachments", "inside.md", Encoding.UTF8.GetBytes("a cormorant"));
        (await As("tom").Post($"incidents/{opened.Id}/comments", new { body = "See there", visibility = "internal", attachmentIds = new[] { inside.Expect(HttpStatusCode.Created).Id } }))
            .Expect(HttpStatusCode.Created);

        async Task<bool> Finds(string who, string typed) =>
            (await As(who).Get("tickets?q=" + Uri.EscapeDataString(typed))).Expect(HttpStatusCode.OK)["items"].EnumerateArray().Any(i => i.GetProperty("id").GetString() == opened.Id);

        foreach (var typed in new[] { "flamingo", "attachment:flamingo", "elan pelican", "attachment:\"pelican\"", "heron", "attachment:trace" })
        {
            Assert.That(await Finds("alice", typed), typed);
            Assert.That(await Finds("tom", typed), typed);
        }

        Assert.That(await Finds("tom", "stork"), Is.False, "only the beginning is read");
        Assert.That(await Finds("tom", "attachment:something"), Is.False, "the subject is no file");
        foreach (var typed in new[] { "cormorant", "attachment:cormorant" })
        {
            Assert.That(await Finds("tom", typed), typed);
            Assert.That(await Finds("alice", typed), Is.False, typed);
        }

        (await As("alice").Delete($"{url}/{log.Id}")).Expect(HttpStatusCode.NoContent);
        Assert.That(await Finds("tom", "flamingo"), Is.False);
        var id = new AttachmentId(Guid.Parse(log.Id));
        Assert.That(await Desk.Db(db => db.Set<AttachmentText>().AnyAsync(x => x.AttachmentId == id)), Is.False);
    }

    [TestCase("page.html", "<script>alert(1)</script>", "application/octet-stream")]
    [TestCase("picture.svg", "<svg onload='alert(1)'/>", "application/octet-stream")]
    [TestCase("false.png", "<script>alert(1)</script>", "application/octet-stream")]
    [TestCase("notes.txt", "Tried twice.", "text/plain")]
    public async Task The_type_is_what_the_bytes_prove_and_never_one_that_runs(string name, string text, string type)
    {
        var opened = await As("alice").Open();

        var added = (await Upload("alice", $"incidents/{opened.Id}/attachments", name, Encoding.UTF8.GetBytes(text))).Expect(HttpStatusCode.Created);

        Assert.That(added["mediaType"].GetString(), Is.EqualTo(type));
    }

    [TestCase("..\\..\\etc\\passwd", "passwd")]
    [TestCase("gp\u202Exe.txt", "gpxe.txt")]
    [TestCase("con.txt", "_con.txt")]
    [TestCase("a<b>:c?.txt", "a_b__c_.txt")]
    [TestCase(" . ", "file")]
    public void A_dangerous_name_is_cleaned(string sent, string kept) => Assert.That(Application.Attachments.FileNames.Clean(sent), Is.EqualTo(kept));

    [Test]
    public void A_long_name_keeps_its_ending()
    {
        var kept = Application.Attachments.FileNames.Clean(new string('x', 300) + ".pdf");

        Assert.That(kept, Has.Length.EqualTo(Attachment.NameMaxLength).And.EndsWith(".pdf"));
    }

    [Test]
    public async Task What_is_no_fit_file_is_refused()
    {
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}/attachments";

        (await Upload("alice", url, "setup.exe", Png)).Expect(HttpStatusCode.UnprocessableEntity, "attachment.type_refused");
        (await Upload("alice", url, "empty.txt", [])).Expect(HttpStatusCode.UnprocessableEntity, "attachment.empty");
        (await Upload("alice", url, "huge.bin", new byte[Attachment.MaxSize + 1])).Expect(HttpStatusCode.RequestEntityTooLarge, "request.too_large");
        (await As("alice").Post(url, new { file = "no file" })).Expect(HttpStatusCode.UnsupportedMediaType, "request.media_type");
        Assert.That((await As("alice").Get(url))["items"].GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task An_internal_file_is_not_there_for_who_reads_no_internal_notes()
    {
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}/attachments";

        var hidden = (await Upload("tom", url, "log.txt", Png, visibility: "internal")).Expect(HttpStatusCode.Created);

        Assert.That((await As("tom").Get(url))["items"].GetArrayLength(), Is.EqualTo(1));
        Assert.That((await As("alice").Get(url))["items"].GetArrayLength(), Is.Zero);
        (await As("alice").Get($"{url}/{hidden.Id}")).Expect(HttpStatusCode.NotFound, "not_found");
        (await As("alice").Delete($"{url}/{hidden.Id}")).Expect(HttpStatusCode.NotFound, "not_found");
        (await Upload("alice", url, "mine.txt", Png, visibility: "internal")).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await Upload("alice", url, "mine.txt", Png, visibility: "secret")).Expect(HttpStatusCode.BadRequest, "request.malformed");
    }

    [Test]
    public async Task The_files_of_a_ticket_one_may_not_see_are_not_there()
    {
        var opened = await As("tom").Open();
        var url = $"incidents/{opened.Id}/attachments";
        var added = (await Upload("tom", url, "log.txt", Png)).Expect(HttpStatusCode.Created);

        (await As("alice").Get(url)).Expect(HttpStatusCode.NotFound, "not_found");
        (await As("alice").Get($"{url}/{added.Id}")).Expect(HttpStatusCode.NotFound, "not_found");
        (await Upload("alice", url, "mine.txt", Png)).Expect(HttpStatusCode.NotFound, "not_found");
        (await Desk.Nobody().Get(url)).Expect(HttpStatusCode.Unauthorized, "session.required");
        var elsewhere = await As("alice").Open();
        (await As("alice").Get($"incidents/{elsewhere.Id}/attachments/{added.Id}")).Expect(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task Only_its_owner_or_who_may_redact_removes_a_file()
    {
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}/attachments";
        var (first, second) = (await Upload("alice", url, "1.txt", Png), await Upload("alice", url, "2.txt", Png));

        (await As("tom").Delete($"{url}/{first.Id}")).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("alice").Delete($"{url}/{first.Id}")).Expect(HttpStatusCode.NoContent);
        (await As("sue").Delete($"{url}/{second.Id}")).Expect(HttpStatusCode.NoContent);

        (await As("alice").Get($"{url}/{first.Id}")).Expect(HttpStatusCode.NotFound, "not_found");
        Assert.That((await As("alice").Get($"incidents/{opened.Id}"))["version"].GetInt64(), Is.EqualTo(5), "each is a change of the ticket");
    }

    [Test]
    public async Task A_file_that_six_commands_name_at_once_goes_to_one_of_them()
    {
        await using var twin = Desk.Twin();
        for (var round = 0; round < 3; round++)
        {
            var file = (await Upload("alice", "attachments", "a.txt", Png)).Expect(HttpStatusCode.Created);
            var ticket = await As("alice").Open();

            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? As("alice") : twin.As("alice")).Post(
                i == 5 ? $"incidents/{ticket.Id}/comments" : "incidents",
                i == 5 ? new { body = "See the file.", visibility = "public", attachmentIds = new[] { file.Id } } : new { title = "x", impact = "low", urgency = "low", attachmentIds = new[] { file.Id } },
                key: i == 4 ? "file-" + round : null)));

            Assert.That(answers.Count(a => a.Status == HttpStatusCode.Created), Is.EqualTo(1));
            foreach (var loser in answers.Where(a => a.Status != HttpStatusCode.Created))
                loser.Expect(HttpStatusCode.UnprocessableEntity, "attachment.unknown");
        }
    }

    [Test]
    public async Task An_upload_is_named_when_the_incident_is_opened()
    {
        var (mine, theirs) = (await Upload("alice", "attachments", "a.txt", Png), await Upload("tom", "attachments", "b.txt", Png));

        var opened = await As("alice").Open(more: new { attachmentIds = new[] { mine.Id } });
        var stolen = await As("alice").Post("incidents", new { title = "x", impact = "low", urgency = "low", attachmentIds = new[] { theirs.Id } });
        var twice = await As("alice").Post("incidents", new { title = "x", impact = "low", urgency = "low", attachmentIds = new[] { mine.Id } });

        Assert.That((await As("tom").Get($"incidents/{opened.Id}/attachments"))["items"][0].GetProperty("id").GetString(), Is.EqualTo(mine.Id));
        stolen.Expect(HttpStatusCode.UnprocessableEntity, "attachment.unknown");
        twice.Expect(HttpStatusCode.UnprocessableEntity, "attachment.unknown");
    }

    [Test]
    public async Task The_same_form_with_the_same_key_is_one_file()
    {
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}/attachments";

        var first = (await Upload("alice", url, "a.txt", Png, key: "file")).Expect(HttpStatusCode.Created);
        var second = (await Upload("alice", url, "a.txt", Png, key: "file")).Expect(HttpStatusCode.Created);
        var other = await Upload("alice", url, "a.txt", [.. Png, 4], key: "file");

        Assert.That(second.Text, Is.EqualTo(first.Text));
        Assert.That(second.Headers["Idempotency-Replayed"], Is.EqualTo("true"));
        other.Expect(HttpStatusCode.UnprocessableEntity, "idempotency.key_reused");
    }

    [Test]
    public async Task An_upload_that_nobody_attaches_goes_and_so_do_its_bytes()
    {
        await using var desk = await Desk.StartAsync();
        byte[] bytes = [1, 2, 3, 4, 5];
        var forgotten = await Upload(desk.As("alice"), "attachments", "a.txt", bytes);
        var folder = desk.Services.GetRequiredService<AttachmentFolder>();
        var hash = SHA256.HashData(bytes);

        desk.Clock.Advance(TimeSpan.FromHours(25));
        var late = await desk.As("alice").Post("incidents", new { title = "x", impact = "low", urgency = "low", attachmentIds = new[] { forgotten.Id } });
        await TidyAsync(desk);
        Assert.That(folder.Holds(hash), Is.True, "the bytes stay for a backup under way");
        File.SetLastWriteTimeUtc(folder.PathOf(hash), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        desk.Clock.Advance(TimeSpan.FromHours(25));
        await TidyAsync(desk);

        late.Expect(HttpStatusCode.UnprocessableEntity, "attachment.unknown");
        Assert.That(folder.Holds(hash), Is.False);
        Assert.That(await desk.Db(db => db.Set<Attachment>().CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Bytes_that_another_file_shares_stay()
    {
        await using var desk = await Desk.StartAsync();
        byte[] bytes = [5, 4, 3, 2, 1];
        await Upload(desk.As("alice"), "attachments", "a.txt", bytes);
        var opened = await desk.As("alice").Open();
        (await Upload(desk.As("alice"), $"incidents/{opened.Id}/attachments", "b.txt", bytes)).Expect(HttpStatusCode.Created);

        desk.Clock.Advance(TimeSpan.FromHours(25));
        await TidyAsync(desk);
        desk.Clock.Advance(TimeSpan.FromHours(25));
        await TidyAsync(desk);

        Assert.That(await desk.Db(db => db.Set<Attachment>().CountAsync()), Is.EqualTo(1));
        Assert.That((await VerificationTests.VerifyAsync(desk)).Code, Is.Zero);
    }

    [Test]
    public async Task A_file_that_is_damaged_or_gone_is_found()
    {
        await using var desk = await Desk.StartAsync();
        var opened = await desk.As("alice").Open();
        (await Upload(desk.As("alice"), $"incidents/{opened.Id}/attachments", "a.txt", [1])).Expect(HttpStatusCode.Created);
        (await Upload(desk.As("alice"), $"incidents/{opened.Id}/attachments", "b.txt", [2])).Expect(HttpStatusCode.Created);
        var folder = desk.Services.GetRequiredService<AttachmentFolder>();
        await File.WriteAllBytesAsync(folder.PathOf(SHA256.HashData([1])), [9]);
        File.Delete(folder.PathOf(SHA256.HashData([2])));

        var (code, said) = await VerificationTests.VerifyAsync(desk);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(said, Does.Contain("damaged").And.Contain("has no file"));
    }

    internal static async Task<Answer> Upload(ApiClient client, string path, string name, byte[] bytes, string? visibility = null, string? key = null)
    {
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/x-whatever");
        form.Add(file, "file", name);
        if (visibility is not null)
            form.Add(new StringContent(visibility), "visibility");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/" + path) { Content = form };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await client.Send(request);
    }

    private Task<Answer> Upload(string who, string path, string name, byte[] bytes, string? visibility = null, string? key = null) =>
        Upload(As(who), path, name, bytes, visibility, key);

    private static Task<TimeSpan> TidyAsync(Desk desk) => desk.InScopeAsync(s => s.GetRequiredService<HousekeepingStep>().RunOnceAsync(default));
}
