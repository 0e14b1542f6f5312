using System.Text;

namespace ServiceDesk.Application.Attachments;

/// <summary>The beginning of files that are text, for the search: in UTF-8, or as their first bytes say.</summary>
internal static class FileTexts
{
    public const int MostBytes = 100 * 1024;

    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase) { ".txt", ".log", ".md", ".csv", ".json" };

    private static readonly Encoding[] Known = [new UTF8Encoding(true, true), new UnicodeEncoding(false, true, true), new UnicodeEncoding(true, true, true)];

    public static bool MayBe(string name) => Extensions.Contains(Path.GetExtension(name));

    /// <summary>Null when it is no text in any of the encodings.</summary>
    public static string? Read(ReadOnlySpan<byte> beginning)
    {
        Encoding encoding = Known[0];
        foreach (var known in Known)
        {
            if (beginning.StartsWith(known.Preamble))
            {
                encoding = known;
                beginning = beginning[known.Preamble.Length..];
                break;
            }
        }

        try
        {
            // A sign that is cut in two at the end is left out.
            var decoder = encoding.GetDecoder();
            var chars = new char[encoding.GetMaxCharCount(beginning.Length)];
            var count = decoder.GetChars(beginning, chars, flush: false);
            for (var i = 0; i < count; i++)
            {
                if (char.IsControl(chars[i]))
                    chars[i] = ' ';
            }

            var text = new string(chars, 0, count > 0 && char.IsHighSurrogate(chars[count - 1]) ? count - 1 : count);
            return string.IsNullOrWhiteSpace(text) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
