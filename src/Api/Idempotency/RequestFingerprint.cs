using System.Security.Cryptography;
using System.Text;

namespace ServiceDesk.Api.Idempotency;

/// <summary>What makes two requests the same: where they go and what they say. A form is its fields and its files' contents, whatever its boundary.</summary>
internal static class RequestFingerprint
{
    public static async Task<byte[]> OfAsync(HttpRequest request, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, request.Method);
        Add(hash, request.Path.ToString() + request.QueryString);
        if (request.HasFormContentType)
            await AddFormAsync(hash, request, ct);
        else
            await AddBodyAsync(hash, request, ct);
        return hash.GetHashAndReset();
    }

    private static async Task AddFormAsync(IncrementalHash hash, HttpRequest request, CancellationToken ct)
    {
        var form = await ReadAsync(request, ct);
        foreach (var (name, value) in form.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            Add(hash, name);
            Add(hash, value.ToString());
        }

        foreach (var file in form.Files)
        {
            Add(hash, file.Name);
            Add(hash, file.FileName);
            await using var content = file.OpenReadStream();
            hash.AppendData(await SHA256.HashDataAsync(content, ct));
        }
    }

    private static async Task<IFormCollection> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return await request.ReadFormAsync(ct);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new BadHttpRequestException(e.Message, e);
        }
    }

    private static async Task AddBodyAsync(IncrementalHash hash, HttpRequest request, CancellationToken ct)
    {
        Add(hash, request.ContentType ?? "");
        request.EnableBuffering();
        hash.AppendData(await SHA256.HashDataAsync(request.Body, ct));
        request.Body.Position = 0;
    }

    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
