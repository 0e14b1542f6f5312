using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Imports;
using ServiceDesk.Infrastructure.Imports;

namespace ServiceDesk.Api.Tests.Imports;

/// <summary>Sends files to be imported, and lets a server work on them.</summary>
internal static class ImportClient
{
    public static Task<Answer> Upload(this ApiClient client, byte[] file, object? options = null, string profile = ImportProfiles.ServiceNowEventLog)
    {
        var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(file), "file", "log.csv" },
            { new StringContent(profile), "profile" },
        };
        if (options is not null)
            form.Add(new StringContent(options as string ?? System.Text.Json.JsonSerializer.Serialize(options)), "options");
        return client.Send(new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports") { Content = form });
    }

    public static Task<Answer> Upload(this ApiClient client, IEnumerable<string> lines, object? options = null) =>
        client.Upload(Encoding.UTF8.GetBytes(string.Join('\n', lines.Prepend(Excerpt.Heading))), options);

    public static Task<TimeSpan> RunImports(this Desk desk, IProgress<ImportProgress>? progress = null, CancellationToken ct = default) =>
        desk.InScopeAsync(s => s.GetRequiredService<ImportStep>().RunOnceAsync(progress, ct));

    /// <summary>Uploads, imports and answers what became of it.</summary>
    public static async Task<Answer> Import(this Desk desk, IEnumerable<string> lines, object? options = null)
    {
        var started = (await desk.As("admin").Upload(lines, options)).Expect(HttpStatusCode.Accepted);
        await desk.RunImports();
        return (await desk.As("admin").Get("imports/" + started.Id)).Expect(HttpStatusCode.OK);
    }
}
