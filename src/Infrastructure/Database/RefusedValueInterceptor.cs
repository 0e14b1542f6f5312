using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace ServiceDesk.Infrastructure.Database;

/// <summary>
/// A value that the database refuses while a statement is being prepared leaves driver and server of two minds about which statements are
/// prepared (Npgsql 10.0.3): a later statement of that connection can be answered with another one's columns. Input is checked before it
/// comes so far; what comes through all the same costs the connections.
/// </summary>
internal sealed class RefusedValueInterceptor(NpgsqlDataSource connections) : DbCommandInterceptor
{
    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => GiveUp(eventData.Exception);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        GiveUp(eventData.Exception);
        return Task.CompletedTask;
    }

    // Idle ones are closed now, those at work when they come back. NpgsqlConnection.ClearPool does not reach those of a data source.
    private void GiveUp(Exception exception)
    {
        if (exception is PostgresException { SqlState: var state } && state.StartsWith("22", StringComparison.Ordinal))
            connections.Clear();
    }
}
