using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Infrastructure.Idempotency;

/// <summary>What is known of a key before its request is done.</summary>
public enum KeyState
{
    /// <summary>Nobody used it: the transaction is open and the key is ours until it ends.</summary>
    Ours,
    Answered,
    UnderWay,
}

/// <summary>
/// Answers to requests with an Idempotency-Key. The key's lock, everything the request does and its answer are one transaction:
/// either all of it is there or nothing.
/// </summary>
public sealed class IdempotentRequests(ServiceDeskDbContext db, Caller caller, TimeProvider clock)
{
    public const int KeyMaxLength = 200;

    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>
    /// Opens the transaction and asks for the key, in one round trip. <see cref="EndAsync"/> undoes everything that was not committed.
    /// </summary>
    public async Task<(KeyState State, IdempotentAnswer? Answer)> BeginAsync(string key, CancellationToken ct)
    {
        await db.Database.BeginTransactionAsync(ct);
        db.Database.AutoSavepointsEnabled = false;
        await using var batch = NewBatch();
        batch.BatchCommands.Add(new("select pg_try_advisory_xact_lock($1)") { Parameters = { new() { Value = LockOf(key) } } });
        batch.BatchCommands.Add(new("select fingerprint, status, headers, body from idempotent_answers where user_id = $1 and key = $2 and created_at > $3")
        {
            Parameters = { new() { Value = caller.User.Id.Value }, new() { Value = key }, new() { Value = clock.GetUtcNow() - Lifetime } },
        });
        batch.BatchCommands.Add(new($"savepoint {ServiceDeskDbContext.RetrySavepoint}"));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var ours = reader.GetBoolean(0);
        await reader.NextResultAsync(ct);
        if (await reader.ReadAsync(ct))
            return (KeyState.Answered, new IdempotentAnswer
            {
                Fingerprint = reader.GetFieldValue<byte[]>(0),
                Status = reader.GetInt32(1),
                Headers = reader.GetString(2),
                Body = reader.GetFieldValue<byte[]>(3),
            });

        return (ours ? KeyState.Ours : KeyState.UnderWay, null);
    }

    /// <summary>Keeps the answer and commits it with what the request did.</summary>
    public async Task CompleteAsync(string key, IdempotentAnswer answer, CancellationToken ct)
    {
        await using var batch = NewBatch();
        batch.BatchCommands.Add(new("""
            insert into idempotent_answers (user_id, key, fingerprint, status, headers, body, created_at) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (user_id, key) do update
            set fingerprint = excluded.fingerprint, status = excluded.status, headers = excluded.headers, body = excluded.body, created_at = excluded.created_at
            """)
        {
            Parameters =
            {
                new() { Value = caller.User.Id.Value },
                new() { Value = key },
                new() { Value = answer.Fingerprint },
                new() { Value = answer.Status },
                new() { Value = answer.Headers, NpgsqlDbType = NpgsqlDbType.Jsonb },
                new() { Value = answer.Body },
                new() { Value = clock.GetUtcNow() },
            },
        });
        await batch.ExecuteNonQueryAsync(ct);
        await CommitAsync(ct);
    }

    /// <summary>Commits what the request did and keeps no answer: only successes are replayed.</summary>
    public Task CommitAsync(CancellationToken ct) => db.Database.CommitTransactionAsync(ct);

    /// <summary>Undoes everything since <see cref="BeginAsync"/>; after a commit there is nothing to undo.</summary>
    public async Task EndAsync()
    {
        if (db.Database.CurrentTransaction is { } open)
        {
            await open.DisposeAsync();
            db.ForgetChanges();
        }
    }

    private NpgsqlBatch NewBatch() => new((NpgsqlConnection)db.Database.GetDbConnection());

    private long LockOf(string key) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"idempotency {caller.User.Id.Value} {key}")));
}
