using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>One sign-in in one browser; listed for its owner and revocable.</summary>
public sealed class Session
{
    public Guid Id { get; init; }
    public Guid UserId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>To about five minutes; a session nobody uses ends early.</summary>
    public DateTimeOffset? LastSeenAt { get; set; }
    public string? RemoteAddress { get; init; }
    public string? UserAgent { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>A machine's or a person's key to the API: random 256 bits, stored as SHA-256, scoped, expiring.</summary>
public sealed class ApiToken
{
    public const string Prefix = "sd_";

    public Guid Id { get; init; }
    public Guid UserId { get; init; }
    public string Name { get; init; } = "";
    public byte[] Hash { get; init; } = [];

    /// <summary>Permissions the token is limited to; empty for all of its owner's.</summary>
    public string[] Scopes { get; init; } = [];
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>A secret that works once and not for long: a password reset, the first administrator. Stored as SHA-256.</summary>
public sealed class OneTimeCode
{
    public const string Reset = "reset";
    public const string Setup = "setup";

    public Guid Id { get; init; }
    public string Purpose { get; init; } = "";

    /// <summary>Whose password it sets; nobody's for the first administrator.</summary>
    public Guid? UserId { get; init; }
    public byte[] Hash { get; init; } = [];
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>A key that protects cookies, shared by all servers.</summary>
public sealed class DataProtectionKey
{
    public int Id { get; private init; }
    public string Name { get; init; } = "";
    public string Xml { get; init; } = "";
}

/// <summary>The stored answer to a request with an Idempotency-Key, replayed byte for byte for 24 hours.</summary>
public sealed class IdempotentAnswer
{
    public Guid UserId { get; init; }
    public string Key { get; init; } = "";

    /// <summary>SHA-256 of method, path and body.</summary>
    public byte[] Fingerprint { get; init; } = [];
    public int Status { get; init; }

    /// <summary>Headers to repeat, as a JSON object.</summary>
    public string Headers { get; init; } = "{}";
    public byte[] Body { get; init; } = [];
    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class SessionConfiguration
    : IEntityTypeConfiguration<Session>,
        IEntityTypeConfiguration<ApiToken>,
        IEntityTypeConfiguration<OneTimeCode>,
        IEntityTypeConfiguration<DataProtectionKey>,
        IEntityTypeConfiguration<IdempotentAnswer>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions");
        session.Property(x => x.Id).ValueGeneratedNever();
        session.Property(x => x.RemoteAddress).HasMaxLength(64);
        session.Property(x => x.UserAgent).HasMaxLength(300);
        session.HasIndex(x => new { x.UserId, x.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.ToTable("api_tokens");
        token.Property(x => x.Id).ValueGeneratedNever();
        token.Property(x => x.Name).HasMaxLength(100);
        token.HasIndex(x => x.Hash).IsUnique();
        token.HasIndex(x => new { x.UserId, x.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<OneTimeCode> code)
    {
        code.ToTable("one_time_codes");
        code.Property(x => x.Id).ValueGeneratedNever();
        code.Property(x => x.Purpose).HasMaxLength(16);
        code.HasIndex(x => x.Hash).IsUnique();
        code.HasIndex(x => x.UserId);
    }

    public void Configure(EntityTypeBuilder<DataProtectionKey> key)
    {
        key.ToTable("data_protection_keys");
        key.Property(x => x.Id).UseIdentityAlwaysColumn();
        key.Property(x => x.Name).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<IdempotentAnswer> answer)
    {
        answer.ToTable("idempotent_answers");
        answer.HasKey(x => new { x.UserId, x.Key });
        answer.Property(x => x.Key).HasMaxLength(200);
        answer.Property(x => x.Headers).HasColumnType("jsonb");
        answer.HasIndex(x => x.CreatedAt);
    }
}
