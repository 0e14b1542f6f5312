using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.People;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>Secrets that are shown once and stored as hashes.</summary>
internal static class Secrets
{
    private const string Alphabet = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private const int GroupLength = 5;

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>256 random bits.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Groups of letters and digits a person can type: about 4.9 bits a character.</summary>
    public static string ToType(int groups) =>
        string.Join('-', Enumerable.Range(0, groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));

    /// <summary>As <see cref="ToType"/> made it, however it was typed.</summary>
    public static string Typed(string text)
    {
        var signs = new string([.. text.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        return string.Join('-', signs.Chunk(GroupLength).Select(g => new string(g)));
    }
}

/// <summary>Codes that work once and not for long.</summary>
internal sealed class OneTimeCodes(ServiceDeskDbContext db, TimeProvider clock)
{
    /// <summary>Prepares a code; the caller's save keeps it.</summary>
    public IssuedCode Add(string purpose, Guid? user, string code, TimeSpan lifetime)
    {
        var now = clock.GetUtcNow();
        var kept = new OneTimeCode { Id = Guid.CreateVersion7(now), Purpose = purpose, UserId = user, Hash = Secrets.Hash(code), CreatedAt = now, ExpiresAt = now + lifetime };
        db.Add(kept);
        return new IssuedCode(code, kept.ExpiresAt);
    }

    /// <summary>Uses a code up and says whose it was; null when there is none that still works. Roll back to give it back.</summary>
    public async Task<OneTimeCode?> UseAsync(string purpose, string code, CancellationToken ct)
    {
        var (hash, now) = (Secrets.Hash(code), clock.GetUtcNow());
        var used = await db.Set<OneTimeCode>().Where(c => c.Hash == hash && c.Purpose == purpose && c.UsedAt == null && c.ExpiresAt > now)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.UsedAt, now), ct);
        return used == 1 ? await db.Set<OneTimeCode>().AsNoTracking().SingleAsync(c => c.Hash == hash, ct) : null;
    }

    public Task VoidAsync(string purpose, Guid? user, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Set<OneTimeCode>().Where(c => c.Purpose == purpose && c.UserId == user && c.UsedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.UsedAt, now), ct);
    }
}
