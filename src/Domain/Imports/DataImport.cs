using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Domain.Imports;

public readonly record struct ImportId(Guid Value) : ITypedId<ImportId>
{
    public static ImportId From(Guid value) => new(value);

    public static ImportId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

public enum ImportState
{
    Queued,
    Running,
    Done,
    Failed,
}

/// <summary>How a file is to be read: whose promise its tickets were under, in which zone it tells the time, and under which name it is known.</summary>
public sealed record ImportOptions(PolicyId? PolicyId, string? TimeZone, string? Source)
{
    public const int SourceMaxLength = 100;
}

/// <summary>
/// A file on its way into the desk. A server works on it under a lease, batch by batch; how far it got is written in each batch's own
/// transaction, so that any server can go on from there.
/// </summary>
public sealed class DataImport : AggregateRoot, IVersioned
{
    public const int FileNameMaxLength = 255;
    public const int FailureMaxLength = 2_000;

    private DataImport() { }

    public ImportId Id { get; private init; }

    /// <summary>What kind of file it is, and so how it is read.</summary>
    public string Profile { get; private init; } = "";
    public string FileName { get; private init; } = "";
    public long FileSize { get; private init; }
    public ImportOptions Options { get; private init; } = new(null, null, null);
    public UserId RequestedBy { get; private init; }
    public ImportState State { get; private set; }
    public long RowsRead { get; private set; }
    public int TicketsCreated { get; private set; }

    /// <summary>Tickets that were there already.</summary>
    public int TicketsKnown { get; private set; }
    public int RowsRejected { get; private set; }

    /// <summary>In English.</summary>
    public string? Failure { get; private set; }

    /// <summary>The same for pages that say it in another language; older imports have none.</summary>
    public string? FailureCode { get; private set; }
    public IReadOnlyDictionary<string, string>? FailureDetails { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? StartedAt { get; private set; }
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Who works on it now, and until when nobody else may.</summary>
    public Guid? LeaseId { get; private set; }
    public DateTimeOffset? LeaseUntil { get; private set; }
    public long Version { get; private set; } = 1;

    public static DataImport Queue(string profile, string fileName, long fileSize, ImportOptions options, Act act)
    {
        var import = new DataImport
        {
            Id = ImportId.New(act.At),
            Profile = profile,
            FileName = fileName.Length <= FileNameMaxLength ? fileName : fileName[..FileNameMaxLength],
            FileSize = fileSize,
            Options = options,
            RequestedBy = act.By,
            CreatedAt = act.At,
        };
        import.Raise(new ImportQueued(import.Id, profile, act.By, act.At));
        return import;
    }
}

/// <summary>A file waits to be imported.</summary>
[EventName("import.queued.v1")]
public sealed record ImportQueued(ImportId ImportId, string Profile, UserId By, DateTimeOffset At) : IDomainEvent;

/// <summary>A row that could not be taken, by its number in the file (the first one below the heading is 1), and why.</summary>
public sealed class ImportRejection
{
    public const int ReasonMaxLength = 300;
    public const int CodeMaxLength = 60;

    private ImportRejection() { }

    public ImportRejection(ImportId import, long row, RowRefusal refusal)
    {
        var text = refusal.Text;
        (ImportId, Row, Reason) = (import, row, text.Length <= ReasonMaxLength ? text : text[..ReasonMaxLength]);
        (Code, Details) = (refusal.Code, refusal.Values);
    }

    public ImportId ImportId { get; private init; }
    public long Row { get; private init; }

    /// <summary>In English.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>The same for pages that say it in another language; rows of older imports have none.</summary>
    public string? Code { get; private init; }
    public IReadOnlyDictionary<string, string>? Details { get; private init; }
}
