using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Imports;

namespace ServiceDesk.Application.Imports;

/// <summary>An import: what was asked for, and how far it is.</summary>
public record ImportSummary
{
    public required Guid Id { get; init; }
    public required string Profile { get; init; }
    public required string FileName { get; init; }

    /// <summary>queued, running, done or failed.</summary>
    public required ImportState State { get; init; }
    public required long RowsRead { get; init; }
    public required int TicketsCreated { get; init; }

    /// <summary>Tickets that were there already and stayed as they were.</summary>
    public required int TicketsKnown { get; init; }
    public required int RowsRejected { get; init; }

    /// <summary>Why it failed as a whole, in English.</summary>
    public required string? Failure { get; init; }

    /// <summary>The same as a code, with what it is about in <see cref="FailureValues"/>. Older imports have none.</summary>
    public required string? FailureCode { get; init; }
    public required IReadOnlyDictionary<string, string>? FailureValues { get; init; }
    public required PersonRef RequestedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? StartedAt { get; init; }
    public required DateTimeOffset? FinishedAt { get; init; }
}

/// <summary>
/// A row that could not be taken: its number (the first below the heading is 1) and why, in English and as a code with what it is about. Rows
/// of older imports have no code.
/// </summary>
public sealed record RejectedRow(long Row, string Reason, string? Code, IReadOnlyDictionary<string, string>? Values);

/// <summary>One import with its options and the first of its rejected rows; the others are at /imports/{id}/rejections.</summary>
public sealed record ImportResponse : ImportSummary, IVersioned
{
    public required Guid? PolicyId { get; init; }
    public required string TimeZone { get; init; }
    public required string Source { get; init; }
    public required IReadOnlyList<RejectedRow> Rejected { get; init; }
    public required long Version { get; init; }
}

/// <summary>The one way an import becomes a response.</summary>
public sealed class ImportReader(IServiceDeskDb db)
{
    private const int MostRejected = 1_000;

    public async Task<ImportResponse> GetAsync(ImportId id, CancellationToken ct)
    {
        var import = await db.Set<DataImport>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) ?? throw new NotFoundException("The import");
        var name = await db.Users.Where(u => u.Id == import.RequestedBy).Select(u => u.Name).SingleAsync(ct);
        var rejected = await db.Set<ImportRejection>().AsNoTracking().Where(r => r.ImportId == id).OrderBy(r => r.Row).Take(MostRejected)
            .Select(r => new RejectedRow(r.Row, r.Reason, r.Code, r.Details)).ToListAsync(ct);
        return new ImportResponse
        {
            Id = import.Id.Value,
            Profile = import.Profile,
            FileName = import.FileName,
            State = import.State,
            RowsRead = import.RowsRead,
            TicketsCreated = import.TicketsCreated,
            TicketsKnown = import.TicketsKnown,
            RowsRejected = import.RowsRejected,
            Failure = import.Failure,
            FailureCode = import.FailureCode,
            FailureValues = import.FailureDetails,
            RequestedBy = new PersonRef(import.RequestedBy.Value, name),
            CreatedAt = import.CreatedAt,
            StartedAt = import.StartedAt,
            FinishedAt = import.FinishedAt,
            PolicyId = import.Options.PolicyId?.Value,
            TimeZone = import.Options.TimeZone ?? ImportProfiles.DefaultTimeZone,
            Source = import.Options.Source ?? import.Profile,
            Rejected = rejected,
            Version = import.Version,
        };
    }

    internal Expression<Func<DataImport, ImportSummary>> Summary => i => new ImportSummary
    {
        Id = i.Id.Value,
        Profile = i.Profile,
        FileName = i.FileName,
        State = i.State,
        RowsRead = i.RowsRead,
        TicketsCreated = i.TicketsCreated,
        TicketsKnown = i.TicketsKnown,
        RowsRejected = i.RowsRejected,
        Failure = i.Failure,
        FailureCode = i.FailureCode,
        FailureValues = i.FailureDetails,
        RequestedBy = new PersonRef(i.RequestedBy.Value, db.Users.Where(u => u.Id == i.RequestedBy).Select(u => u.Name).First()),
        CreatedAt = i.CreatedAt,
        StartedAt = i.StartedAt,
        FinishedAt = i.FinishedAt,
    };
}
