using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace ServiceDesk.Infrastructure.Audit;

/// <summary>
/// The chain: each seal's hash covers its entry and the hash before it. The transaction's number is left out, because a restored
/// database counts transactions anew.
/// </summary>
internal static class AuditChain
{
    public const long LockKey = 7305818;

    /// <summary>The columns a hash covers, in order, of the table's alias e.</summary>
    public const string Columns = "e.id, e.at, e.actor_id, e.via, e.remote_address, e.action, e.entity, e.entity_id, e.before::text, e.after::text";

    /// <summary>What the first seal follows.</summary>
    public static readonly byte[] Origin = SHA256.HashData("ServiceDesk audit chain 1"u8);

    /// <summary>Reads <see cref="Columns"/> from <paramref name="first"/> on.</summary>
    public static byte[] HashOf(NpgsqlDataReader row, int first, byte[] previous)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, row.GetInt64(first));
        hash.AppendData(number);
        BinaryPrimitives.WriteInt64BigEndian(number, row.GetFieldValue<DateTime>(first + 1).Ticks);
        hash.AppendData(number);
        hash.AppendData(row.GetGuid(first + 2).ToByteArray(bigEndian: true));
        for (var column = first + 3; column < first + 10; column++)
            Add(hash, row.IsDBNull(column) ? null : row.GetString(column));
        return hash.GetHashAndReset();
    }

    private static void Add(IncrementalHash hash, string? text)
    {
        Span<byte> length = stackalloc byte[4];
        var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
        BinaryPrimitives.WriteInt32BigEndian(length, text is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
