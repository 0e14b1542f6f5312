using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Seeding;

/// <summary>Writes the demo's records in the caller's transaction.</summary>
internal sealed class DemoCopy(ServiceDeskDbContext db, CancellationToken ct)
{
    public Task WriteAsync<T>(List<T> records)
        where T : class => BulkCopy.WriteAsync((NpgsqlConnection)db.Database.GetDbConnection(), db.Model, records, ct);
}
