using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;

namespace ServiceDesk.Application.People;

/// <summary>Who reports to whom as the lines of a file that were taken so far leave it; for the others as it is stored.</summary>
internal sealed class ReportingLine(IServiceDeskDb db, IEnumerable<PersonRow> taken)
{
    private const int MaxLevels = 1000;
    private readonly Dictionary<string, string> decided = taken.ToDictionary(r => r.UserName!, r => r.Manager!, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string?> stored = new(StringComparer.OrdinalIgnoreCase);

    public void Add(PersonRow row) => decided[row.UserName!] = row.Manager!;

    /// <summary>Whether the line's manager reports to its person already, or is the person.</summary>
    public async Task<bool> ClosesCircleAsync(PersonRow row, CancellationToken ct)
    {
        var above = row.Manager;
        for (var level = 0; above is not null && level < MaxLevels; level++)
        {
            if (string.Equals(above, row.UserName, StringComparison.OrdinalIgnoreCase))
                return true;
            above = decided.TryGetValue(above, out var manager) ? manager : await StoredAsync(above, ct);
        }

        return false;
    }

    private async Task<string?> StoredAsync(string userName, CancellationToken ct)
    {
        if (stored.TryGetValue(userName, out var known))
            return known;

        var wanted = userName.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // the database's lower(), for which there is an index
        var manager = await db.Users.Where(u => u.UserName.ToLower() == wanted)
            .Select(u => db.Users.Where(m => m.Id == u.ManagerId).Select(m => m.UserName).FirstOrDefault()).FirstOrDefaultAsync(ct);
#pragma warning restore CA1304, CA1311, CA1862
        return stored[userName] = manager;
    }
}
