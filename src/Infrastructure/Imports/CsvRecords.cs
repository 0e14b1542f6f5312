using System.Text;
using ServiceDesk.Domain.Imports;

namespace ServiceDesk.Infrastructure.Imports;

/// <summary>Reads CSV as RFC 4180 has it, record by record: quotes, doubled quotes, line breaks inside quotes, any kind of line end.</summary>
internal sealed class CsvRecords(TextReader text, bool detectSeparator = false)
{
    /// <summary>A record longer than this is not CSV.</summary>
    private const int MostInRecord = 4 * 1024 * 1024;

    private readonly char[] buffer = new char[32 * 1024];
    private readonly StringBuilder field = new();
    private readonly List<string> fields = [];
    private int at;
    private int filled;
    private int length;
    private int nextLine = 1;
    private char separator = ',';
    private bool begun;

    /// <summary>The line of the file on which the record just read begins.</summary>
    public int Line { get; private set; }

    /// <summary>The next record, or null at the end. Blank lines are passed over.</summary>
    public async ValueTask<string[]?> ReadAsync(CancellationToken ct)
    {
        while (true)
        {
            (Line, length) = (nextLine, 0);
            fields.Clear();
            field.Clear();
            if (!await ReadRecordAsync(ct))
                return null;
            if (fields.Count > 1 || fields[0].Length > 0)
                return [.. fields];
        }
    }

    private async ValueTask<bool> ReadRecordAsync(CancellationToken ct)
    {
        var (quoted, any) = (false, false);
        while (true)
        {
            if (at == filled && !await FillAsync(ct))
            {
                if (any)
                    Take();
                return any;
            }

            var c = buffer[at++];
            any = true;
            if (++length > MostInRecord)
                throw new UnreadableFileException(FileRefusal.Record(Line, MostInRecord));
            if (c == '\n')
                nextLine++;

            if (quoted)
            {
                if (c != '"')
                    field.Append(c);
                else if (await NextIsAsync('"', ct))
                    field.Append('"');
                else
                    quoted = false;
            }
            else if (c == '"' && field.Length == 0)
                quoted = true;
            else if (c == separator)
                Take();
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && await NextIsAsync('\n', ct))
                    nextLine++;
                Take();
                return true;
            }
            else
                field.Append(c);
        }
    }

    private void Take()
    {
        fields.Add(field.ToString());
        field.Clear();
    }

    private async ValueTask<bool> NextIsAsync(char wanted, CancellationToken ct)
    {
        if ((at == filled && !await FillAsync(ct)) || buffer[at] != wanted)
            return false;

        at++;
        return true;
    }

    private async ValueTask<bool> FillAsync(CancellationToken ct)
    {
        (at, filled) = (0, await text.ReadAsync(buffer, ct));
        if (!begun && detectSeparator)
            separator = CommonestInFirstLine(buffer.AsSpan(0, filled));
        begun = true;
        return filled > 0;
    }

    private static char CommonestInFirstLine(ReadOnlySpan<char> begin)
    {
        var end = begin.IndexOfAny('\r', '\n');
        var line = end < 0 ? begin : begin[..end];
        var (commas, semicolons, tabs) = (line.Count(','), line.Count(';'), line.Count('\t'));
        return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }
}
