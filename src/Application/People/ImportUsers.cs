using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.People;

/// <summary>
/// Takes people in from a file, by user name: those it does not know are made known, the others brought up to date. An empty cell
/// or a column that is not there leaves things as they are; teams and roles are added, never taken. The same file again changes
/// nothing.
/// </summary>
[Permission(Permissions.UsersManage)]
public sealed record ImportUsers(IReadOnlyList<PersonRow> Rows, bool DryRun) : ICommand<UserImport>;

/// <summary>One line of the file as it was written.</summary>
public sealed record PersonRow(int Line)
{
    public string? UserName { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? Site { get; init; }
    public string? Department { get; init; }

    /// <summary>A user name; it may come later in the file.</summary>
    public string? Manager { get; init; }

    /// <summary>Keys of teams, with semicolons or bars between them.</summary>
    public string? Team { get; init; }

    /// <summary>Keys of roles, likewise.</summary>
    public string? Role { get; init; }
    public string? Language { get; init; }
    public string? TimeZone { get; init; }
    public string? Vip { get; init; }
}

/// <summary>Reads a file of people.</summary>
public interface IPeopleFile
{
    /// <summary>The most lines one file may have.</summary>
    public const int MostRows = 50_000;

    /// <summary>Throws what is malformed about the file as a whole.</summary>
    Task<IReadOnlyList<PersonRow>> ReadAsync(Stream content, CancellationToken ct);
}

/// <summary>What became of a line.</summary>
public enum ImportOutcome
{
    Created,
    Updated,
    Unchanged,
    Rejected,
}

/// <summary>
/// What became of one line, and why it was not taken as it stands: in English, and as a code with what it speaks of, to be told in any language.
/// </summary>
public sealed record ImportedRow(int Row, string? UserName, ImportOutcome Outcome, string? Reason = null, string? Code = null, string? Value = null)
{
    internal ImportedRow Because(LineReason why) => this with { Reason = why.Text, Code = why.Code, Value = why.Value };
}

/// <summary>What became of a file. <c>DryRun</c>: nothing was kept.</summary>
public sealed record UserImport(bool DryRun, int Created, int Updated, int Unchanged, int Rejected, IReadOnlyList<ImportedRow> Rows);

internal sealed class ImportUsersHandler(IServiceDeskDb db, UserImporter importer) : IRequestHandler<ImportUsers, UserImport>
{
    private const int ChunkSize = 250;
    private const int Attempts = 5;

    public async Task<UserImport> Handle(ImportUsers request, CancellationToken ct)
    {
        var results = new SortedDictionary<int, ImportedRow>();
        foreach (var chunk in UserImporter.WithoutRepeats(request.Rows, results).Chunk(ChunkSize))
            await InChunkAsync(() => importer.TakeInAsync(chunk, results, ct), request.DryRun, ct);
        foreach (var chunk in UserImporter.WithManager(request.Rows, results).Chunk(ChunkSize))
            await InChunkAsync(() => importer.SetManagersAsync(chunk, request.Rows, results, ct), request.DryRun, ct);

        int Count(ImportOutcome outcome) => results.Values.Count(r => r.Outcome == outcome);
        return new UserImport(
            request.DryRun, Count(ImportOutcome.Created), Count(ImportOutcome.Updated), Count(ImportOutcome.Unchanged), Count(ImportOutcome.Rejected),
            [.. results.Values]);
    }

    /// <summary>Each chunk is kept by itself; one that somebody else's change got into is done again.</summary>
    private async Task InChunkAsync(Func<Task<Action>> work, bool dryRun, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                db.ForgetChanges();
                var report = await work();
                if (!dryRun)
                    await db.SaveChangesAsync(ct);
                db.ForgetChanges();
                report();
                return;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                db.ForgetChanges();
            }
        }
    }
}
