using System.Runtime.CompilerServices;
using ServiceDesk.Domain.Imports;

namespace ServiceDesk.Infrastructure.Imports;

/// <summary>All updates of one incident, in the order of the log.</summary>
internal sealed record IncidentLog(string Number, List<EventLogRow> Rows);

/// <summary>So many whole incidents, and the rows before <see cref="LastRow"/> that could not be taken.</summary>
internal sealed record EventLogBatch(IReadOnlyList<IncidentLog> Incidents, IReadOnlyList<(long Row, RowRefusal Refusal)> Rejected, long LastRow);

/// <summary>The file is not such a log at all.</summary>
internal sealed class UnreadableFileException(FileRefusal refusal) : Exception(refusal.Text)
{
    public FileRefusal Refusal { get; } = refusal;
}

/// <summary>
/// Streams a log in batches that never cut through an incident. Of the whole file it keeps only the numbers it has seen, to notice one
/// that comes again later.
/// </summary>
internal sealed class EventLogReader(TextReader text)
{
    private readonly HashSet<string> seen = [];
    private List<IncidentLog> incidents = [];
    private List<(long, RowRefusal)> rejected = [];
    private IncidentLog? current;

    public async IAsyncEnumerable<EventLogBatch> BatchesAsync(int rowsPerBatch, [EnumeratorCancellation] CancellationToken ct)
    {
        var records = new CsvRecords(text);
        var heading = await records.ReadAsync(ct) ?? throw new UnreadableFileException(FileRefusal.Empty());
        var format = EventLogFormat.Of(heading, out var missing)
            ?? throw new UnreadableFileException(FileRefusal.Columns(missing));
        var (row, inBatch, before) = (0L, 0, 0L);
        while (await records.ReadAsync(ct) is { } fields)
        {
            row++;
            if (format.Read(fields, row, out var refusal) is not { } taken)
                rejected.Add((row, refusal!.On(records.Line)));
            else if (Place(taken, records.Line, inBatch >= rowsPerBatch))
            {
                yield return Cut(before);
                inBatch = 0;
            }

            inBatch++;
            before = row;
        }

        Finish();
        yield return Cut(row);
    }

    /// <summary>True when the batch is full and the row begins the next one.</summary>
    private bool Place(EventLogRow taken, int line, bool full)
    {
        if (current?.Number == taken.Number)
        {
            current.Rows.Add(taken);
            return false;
        }

        if (!seen.Add(taken.Number))
        {
            rejected.Add((taken.Row, RowRefusal.Apart(taken.Number).On(line)));
            return false;
        }

        Finish();
        current = new IncidentLog(taken.Number, [taken]);
        return full;
    }

    private void Finish()
    {
        if (current is not null)
            incidents.Add(current);
        current = null;
    }

    // Rejected rows that were read after the last whole incident belong to this batch too: all of them lie before its last row.
    private EventLogBatch Cut(long lastRow)
    {
        var batch = new EventLogBatch(incidents, rejected, lastRow);
        (incidents, rejected) = ([], []);
        return batch;
    }
}
