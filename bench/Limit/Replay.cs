using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace ServiceDesk.Limit;

/// <summary>Sends a recording again: the same statements, with ids, references and keys of their own.</summary>
internal sealed class Replay(Recording recording, Operation operation, NpgsqlDataSource data)
{
    private static long number = 50_000_000;
    private readonly Guid[] fresh = FreshIn(recording, operation);
    private int next = -1;

    public async Task RunAsync(CancellationToken ct)
    {
        var values = NewValues();
        await using var connection = await data.OpenConnectionAsync(ct);
        NpgsqlTransaction? transaction = null;
        if (operation.Idempotent)
            transaction = await BeginIdempotentAsync(connection, ct);
        foreach (var trip in recording.Trips)
        {
            if (trip.Kind == TripKind.Begin)
                transaction ??= await connection.BeginTransactionAsync(ct);
            else if (trip.Kind == TripKind.Commit && !operation.Idempotent)
                await transaction!.CommitAsync(ct);
            else if (trip.Kind == TripKind.Command)
                await SendAsync(connection, trip.Commands[0], values, ct);
        }

        if (operation.Idempotent)
            await CompleteIdempotentAsync(connection, transaction!, ct);
        if (transaction is not null)
            await transaction.DisposeAsync();
    }

    private static async Task SendAsync(NpgsqlConnection connection, Sent sent, Dictionary<string, string> values, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sent.Text, connection);
        foreach (var value in sent.Values)
        {
            var parameter = new NpgsqlParameter { ParameterName = value.Name, Value = Mapped(value.Value, values) ?? DBNull.Value };
            if (value.Type is { } type && type != NpgsqlDbType.Unknown)
                parameter.NpgsqlDbType = type;
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(ct);
        do
        {
            while (await reader.ReadAsync(ct))
            {
                for (var i = 0; i < reader.FieldCount; i++)
                    reader.GetValue(i);
            }
        }
        while (await reader.NextResultAsync(ct));
    }

    // The two batches by which the product takes a key and keeps the answer; they do not pass through EF and so are not recorded.
    private static async Task<NpgsqlTransaction> BeginIdempotentAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var transaction = await connection.BeginTransactionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new("select pg_try_advisory_xact_lock($1)") { Parameters = { new() { Value = Random.Shared.NextInt64() } } });
        batch.BatchCommands.Add(new("select fingerprint, status, headers, body from idempotent_answers where user_id = $1 and key = $2 and created_at > $3")
        {
            Parameters = { new() { Value = Guid.Empty }, new() { Value = Guid.CreateVersion7().ToString() }, new() { Value = TimeProvider.System.GetUtcNow() } },
        });
        batch.BatchCommands.Add(new("savepoint bench"));
        await batch.ExecuteNonQueryAsync(ct);
        return transaction;
    }

    private async Task CompleteIdempotentAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new("""
            insert into idempotent_answers (user_id, key, fingerprint, status, headers, body, created_at) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (user_id, key) do update
            set fingerprint = excluded.fingerprint, status = excluded.status, headers = excluded.headers, body = excluded.body, created_at = excluded.created_at
            """)
        {
            Parameters =
            {
                new() { Value = Guid.Empty }, new() { Value = Guid.CreateVersion7().ToString() }, new() { Value = new byte[32] }, new() { Value = 201 },
                new() { Value = "{}", NpgsqlDbType = NpgsqlDbType.Jsonb }, new() { Value = recording.Body }, new() { Value = TimeProvider.System.GetUtcNow() },
            },
        });
        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private Dictionary<string, string> NewValues()
    {
        Dictionary<string, string> values = fresh.ToDictionary(f => f.ToString(), _ => Guid.CreateVersion7().ToString());
        if (operation.Subject is { } subject && operation.Supply.Count > 0)
        {
            var other = operation.Supply[(int)((uint)Interlocked.Increment(ref next) % operation.Supply.Count)];
            foreach (var (from, to) in Seeds.Family(subject).Zip(Seeds.Family(other)))
                values[from.ToString()] = to.ToString();
        }
        else if (recording.Reference is { } reference)
        {
            values[reference] = "INC-" + Interlocked.Increment(ref number).ToString(CultureInfo.InvariantCulture);
        }

        return values;
    }

    private static object? Mapped(object? value, Dictionary<string, string> values) => value switch
    {
        Guid id => values.TryGetValue(id.ToString(), out var to) ? Guid.Parse(to) : id,
        string { Length: >= 10 } text => Replaced(text, values),
        Guid[] ids => ids.Select(i => (Guid)Mapped(i, values)!).ToArray(),
        _ => value,
    };

    private static string Replaced(string text, Dictionary<string, string> values)
    {
        if (values.TryGetValue(text, out var whole))
            return whole;
        if (text[0] != '{')
            return text;
        foreach (var (from, to) in values)
            text = text.Replace(from, to, StringComparison.Ordinal);
        return text;
    }

    // Ids that the request itself made: version 7, of the time of the recording.
    private static Guid[] FreshIn(Recording recording, Operation operation) =>
    [
        .. recording.Trips.SelectMany(t => t.Commands).SelectMany(c => c.Values).Select(v => v.Value).OfType<Guid>().Distinct()
            .Where(g => g.Version == 7 && TimeOf(g) >= recording.StartedAt && TimeOf(g) < recording.StartedAt.AddHours(1)),
    ];

    private static DateTimeOffset TimeOf(Guid id)
    {
        var bytes = id.ToByteArray(bigEndian: true);
        long milliseconds = 0;
        for (var i = 0; i < 6; i++)
            milliseconds = (milliseconds << 8) | bytes[i];
        return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }
}
