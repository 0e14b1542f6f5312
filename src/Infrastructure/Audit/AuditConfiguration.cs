using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceDesk.Infrastructure.Audit;

internal sealed class AuditConfiguration : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditSeal>, IEntityTypeConfiguration<PersonalKey>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_entries");
        entry.Property(x => x.Id).UseIdentityAlwaysColumn();
        entry.Property(x => x.Xid).HasColumnType("xid8").HasDefaultValueSql("pg_current_xact_id()").ValueGeneratedOnAdd();
        entry.Property(x => x.Via).HasMaxLength(16);
        entry.Property(x => x.RemoteAddress).HasMaxLength(64);
        entry.Property(x => x.Action).HasMaxLength(16);
        entry.Property(x => x.Entity).HasMaxLength(64);
        entry.Property(x => x.EntityId).HasMaxLength(200);
        entry.Property(x => x.Before).HasColumnType("jsonb");
        entry.Property(x => x.After).HasColumnType("jsonb");
        entry.HasIndex(x => new { x.Xid, x.Id });
        entry.HasIndex(x => new { x.Entity, x.EntityId, x.Id });
        entry.HasIndex(x => new { x.ActorId, x.Id });
    }

    public void Configure(EntityTypeBuilder<AuditSeal> seal)
    {
        seal.ToTable("audit_seals");
        seal.HasKey(x => x.Position);
        seal.Property(x => x.Position).ValueGeneratedNever();
        seal.HasIndex(x => x.EntryId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PersonalKey> key)
    {
        key.ToTable("personal_keys");
        key.HasKey(x => x.UserId);
        key.Property(x => x.UserId).ValueGeneratedNever();
    }
}
