using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Imports;

/// <summary>Writes incidents with all that hangs on them by COPY, into the transaction there is. Nobody hears of it: it is past.</summary>
internal static class HistoryCopy
{
    public static async Task WriteAsync(
        ServiceDeskDbContext db, IReadOnlyList<(Incident Incident, ServiceLevelClock? Clock)> built, DateTimeOffset now, CancellationToken ct)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        List<Incident> incidents = [.. built.Select(b => b.Incident)];
        await BulkCopy.WriteAsync(connection, db.Model, incidents, ct);
        await BulkCopy.WriteAsync<TicketEvent>(connection, db.Model, [.. incidents.SelectMany(i => i.Timeline)], ct);
        await BulkCopy.WriteAsync<Comment>(connection, db.Model, [.. incidents.SelectMany(i => i.Comments)], ct);
    }
}
