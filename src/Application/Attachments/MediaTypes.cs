namespace ServiceDesk.Application.Attachments;

/// <summary>The type a file goes out with: what its first bytes prove, or a name for types that no browser runs; never what was merely claimed.</summary>
public static class MediaTypes
{
    public const string Unknown = "application/octet-stream";

    private static readonly (byte[] Beginning, int At, string Type)[] Known =
    [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 0, "image/png"),
        ([0xFF, 0xD8, 0xFF], 0, "image/jpeg"),
        ([.. "GIF8"u8], 0, "image/gif"),
        ([.. "WEBP"u8], 8, "image/webp"),
        ([.. "%PDF-"u8], 0, "application/pdf"),
        ([.. "PK"u8], 0, "application/zip"),
    ];

    // Files of these names are a zip inside.
    private static readonly Dictionary<string, string> Zipped = new(StringComparer.OrdinalIgnoreCase)
    {
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
    };

    private static readonly Dictionary<string, string> Texts = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = "text/plain",
        [".log"] = "text/plain",
        [".md"] = "text/plain",
        [".csv"] = "text/csv",
        [".json"] = "application/json",
        [".eml"] = "message/rfc822",
    };

    public static string Of(ReadOnlySpan<byte> beginning, string name)
    {
        var extension = Path.GetExtension(name);
        foreach (var (bytes, at, type) in Known)
        {
            if (beginning.Length >= at + bytes.Length && beginning.Slice(at, bytes.Length).SequenceEqual(bytes))
                return type == "application/zip" ? Zipped.GetValueOrDefault(extension, type) : type;
        }

        return !beginning.Contains((byte)0) && Texts.TryGetValue(extension, out var text) ? text : Unknown;
    }
}
