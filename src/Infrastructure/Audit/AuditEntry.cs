namespace ServiceDesk.Infrastructure.Audit;

/// <summary>One change of one record: who, what, when, from where, before and after. Append-only for the application's role.</summary>
public sealed class AuditEntry
{
    public long Id { get; private init; }

    /// <summary>The transaction that wrote it; the sealer chains in the order in which transactions are known to be over.</summary>
    public ulong Xid { get; private init; }
    public DateTimeOffset At { get; init; }
    public Guid ActorId { get; init; }
    public string Via { get; init; } = "";
    public string? RemoteAddress { get; init; }

    /// <summary>added, changed or removed.</summary>
    public string Action { get; init; } = "";

    /// <summary>The kind of record: incident, user, team…</summary>
    public string Entity { get; init; } = "";
    public string EntityId { get; init; } = "";

    /// <summary>The version of the record, or of what it is a part of, that came of it; null where there is none, and in old entries.</summary>
    public long? Version { get; init; }

    /// <summary>A JSON object of the changed members as they were; null for a new record.</summary>
    public string? Before { get; init; }
    public string? After { get; init; }
}

/// <summary>Links an audit entry into the chain: the hash covers the entry and the hash before it (ruling 31).</summary>
public sealed class AuditSeal
{
    public long Position { get; init; }
    public long EntryId { get; init; }
    public byte[] Hash { get; init; } = [];
}
