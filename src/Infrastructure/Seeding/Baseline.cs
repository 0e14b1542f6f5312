using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Seeding;

/// <summary>
/// What every installation has: the built-in roles and, while there are none, service levels. Run at each start; adds what is
/// missing, also what a new release adds to a role, and changes nothing else.
/// </summary>
public static class Baseline
{
    /// <summary>Whether there is nothing to add: asked at every start, so without the model.</summary>
    public static async Task<bool> IsThereAsync(NpgsqlDataSource dataSource, CancellationToken ct)
    {
        Dictionary<string, string[]> there = [];
        await using var command = dataSource.CreateCommand("select key, permissions from roles where built_in and exists (select from calendars)");
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            there.Add(reader.GetString(0), reader.GetFieldValue<string[]>(1));
        return BuiltInRoles.All.All(r => there.TryGetValue(r.Key, out var permissions) && !r.Permissions.Except(permissions).Any());
    }

    public static async Task EnsureAsync(ServiceDeskDbContext db, TimeProvider clock, CancellationToken ct)
    {
        // Servers that start at once take turns.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(7332001)", ct);
        var there = await db.Set<Role>().Where(r => r.BuiltIn).ToDictionaryAsync(r => r.Key, ct);
        foreach (var (key, name, permissions) in BuiltInRoles.All)
        {
            if (!there.TryGetValue(key, out var role))
                db.Add(Role.Define(key, name, permissions.Distinct(), clock.GetUtcNow(), builtIn: true));
            else if (permissions.Except(role.Permissions).Any())
                role.Describe(role.Name, role.Permissions.Union(permissions));
        }

        await db.SaveChangesAsync(ct);
        await ServiceLevelSeed.EnsureAsync(db, clock, ct);
        await transaction.CommitAsync(ct);
    }
}
