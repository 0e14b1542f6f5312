using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Domain.People;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Audit;

/// <summary>Under this key the audit trail keeps what tells who a person is. Removing the row erases all of it and leaves the chain whole.</summary>
public sealed class PersonalKey
{
    public const int Size = 32;

    public Guid UserId { get; init; }
    public byte[] Key { get; init; } = [];
    public DateTimeOffset CreatedAt { get; init; }
}

internal static class PersonalKeys
{
    /// <summary>The keys of these people; who has none yet gets one in the save that is under way.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PersonalKey>> OfAsync(
        ServiceDeskDbContext db, IEnumerable<User> people, DateTimeOffset now, CancellationToken ct)
    {
        var everybody = people.ToList();
        var wanted = everybody.Select(p => p.Id.Value).ToList();
        if (wanted.Count == 0)
            return new Dictionary<Guid, PersonalKey>();

        var keys = await db.Set<PersonalKey>().AsNoTracking().Where(k => wanted.Contains(k.UserId)).ToDictionaryAsync(k => k.UserId, ct);
        foreach (var person in everybody.Where(p => p.ErasedAt is not null || !keys.ContainsKey(p.Id.Value)))
        {
            var key = new PersonalKey { UserId = person.Id.Value, Key = RandomNumberGenerator.GetBytes(PersonalKey.Size), CreatedAt = now };
            keys[key.UserId] = key;
            // Of somebody who was erased nothing may be read again: their key is thrown away.
            if (person.ErasedAt is null)
                db.Add(key);
        }

        return keys;
    }
}

/// <summary>How a personal value stands in a journal: { "$personal": "…" }, AES-256-GCM under the person's key.</summary>
internal static class PersonalValue
{
    private const string Member = "$personal";
    private const int NonceSize = 12;
    private const int TagSize = 16;

    public static IReadOnlyDictionary<string, string> Protect(string text, PersonalKey key)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedText = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(sealedText.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key.Key, TagSize);
        aes.Encrypt(
            sealedText.AsSpan(0, NonceSize), plain, sealedText.AsSpan(NonceSize + TagSize), sealedText.AsSpan(NonceSize, TagSize), key.UserId.ToByteArray());
        return new Dictionary<string, string> { [Member] = Convert.ToBase64String(sealedText) };
    }

    /// <summary>The stored JSON with personal values readable again; null in place of those whose key is gone.</summary>
    public static JsonElement? Reveal(string? json, PersonalKey? key)
    {
        if (json is null)
            return null;
        if (!json.Contains(Member, StringComparison.Ordinal))
            return JsonElement.Parse(json);

        var values = JsonElement.Parse(json).EnumerateObject().ToDictionary(p => p.Name, p => (object?)(
            p.Value.ValueKind == JsonValueKind.Object && p.Value.TryGetProperty(Member, out var hidden) ? Open(hidden.GetBytesFromBase64(), key) : p.Value));
        return JsonSerializer.SerializeToElement(values);
    }

    private static string? Open(byte[] sealedText, PersonalKey? key)
    {
        if (key is null)
            return null;

        var plain = new byte[sealedText.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key.Key, TagSize);
        aes.Decrypt(
            sealedText.AsSpan(0, NonceSize), sealedText.AsSpan(NonceSize + TagSize), sealedText.AsSpan(NonceSize, TagSize), plain, key.UserId.ToByteArray());
        return Encoding.UTF8.GetString(plain);
    }
}
