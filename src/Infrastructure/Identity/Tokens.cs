using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.People;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Identity;

internal sealed class Tokens(ServiceDeskDbContext db, OwnAccount own, TimeProvider clock) : ITokens
{
    private const int MostTokens = 100;

    public async Task<Page<TokenResponse>> ListAsync(UserId owner, CancellationToken ct)
    {
        var tokens = await Live(owner).AsNoTracking().OrderByDescending(t => t.CreatedAt).ThenBy(t => t.Id)
            .Select(t => new TokenResponse(t.Id, t.Name, t.Scopes, t.CreatedAt, t.ExpiresAt, t.LastUsedAt)).Take(Paging.MaxLimit).ToListAsync(ct);
        return new Page<TokenResponse>(tokens, null);
    }

    public async Task<CreatedToken> CreateAsync(UserId owner, string name, IReadOnlyList<string> scopes, DateTimeOffset expiresAt, CancellationToken ct)
    {
        if (await Live(owner).CountAsync(ct) >= MostTokens)
            throw new RuleViolationException("token.too_many", $"There are {MostTokens} tokens already. Revoke some first.");

        var (now, secret) = (clock.GetUtcNow(), ApiToken.Prefix + Secrets.New());
        var token = new ApiToken
        {
            Id = Guid.CreateVersion7(now),
            UserId = owner.Value,
            Name = name,
            Hash = Secrets.Hash(secret),
            Scopes = [.. scopes],
            CreatedAt = now,
            ExpiresAt = expiresAt,
        };
        db.Add(token);
        own.Note(owner.Value, "token", "added", token.Id, new { Owner = owner.Value, token.Name, token.Scopes, token.ExpiresAt });
        await db.SaveChangesAsync(ct);
        return new CreatedToken(token.Id, token.Name, token.Scopes, token.CreatedAt, token.ExpiresAt, secret);
    }

    public async Task RevokeAsync(UserId owner, Guid id, CancellationToken ct)
    {
        var token = await db.Set<ApiToken>().SingleOrDefaultAsync(t => t.Id == id && t.UserId == owner.Value && t.RevokedAt == null, ct)
            ?? throw new NotFoundException("The token");
        token.RevokedAt = clock.GetUtcNow();
        own.Note(owner.Value, "token", "removed", token.Id, new { Owner = owner.Value, token.Name });
        await db.SaveChangesAsync(ct);
    }

    private IQueryable<ApiToken> Live(UserId owner)
    {
        var now = clock.GetUtcNow();
        return db.Set<ApiToken>().Where(t => t.UserId == owner.Value && t.RevokedAt == null && (t.ExpiresAt == null || t.ExpiresAt > now));
    }
}
