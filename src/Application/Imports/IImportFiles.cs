using ServiceDesk.Domain.Imports;

namespace ServiceDesk.Application.Imports;

/// <summary>Where the files of imports wait, so that any server can read them.</summary>
public interface IImportFiles
{
    /// <summary>Saves the import together with its file: both or neither.</summary>
    Task QueueAsync(DataImport import, Stream content, CancellationToken ct);
}

/// <summary>The kinds of files that can be imported.</summary>
public static class ImportProfiles
{
    /// <summary>An event log of ServiceNow's incidents, one row each time one was updated.</summary>
    public const string ServiceNowEventLog = "servicenow-event-log";

    /// <summary>
    /// A log without zones is read as it stands, so that spans between two of its times are what the log says they are.
    /// </summary>
    public const string DefaultTimeZone = "Etc/UTC";

    public static readonly IReadOnlyList<string> All = [ServiceNowEventLog];
}

/// <summary>How far an import is.</summary>
public sealed record ImportProgress(long RowsRead, int TicketsCreated, int TicketsKnown, int RowsRejected);

/// <summary>Imports here and now, for an operator who waits for it.</summary>
public interface IImportRun
{
    /// <summary>False when a server is at it already.</summary>
    Task<bool> RunAsync(ImportId id, IProgress<ImportProgress>? progress, CancellationToken ct);
}
