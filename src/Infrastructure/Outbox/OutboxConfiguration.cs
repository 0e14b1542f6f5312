using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceDesk.Infrastructure.Outbox;

internal sealed class OutboxConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.ToTable("outbox");
        message.Property(x => x.Id).UseIdentityAlwaysColumn();
        message.Property(x => x.Xid).HasColumnType("xid8").HasDefaultValueSql("pg_current_xact_id()").ValueGeneratedOnAdd();
        message.Property(x => x.Name).HasMaxLength(64);
        message.Property(x => x.Payload).HasColumnType("jsonb");
        message.HasIndex(x => new { x.DueAt, x.Id }).HasFilter("delivered_at is null and dead_at is null");
        message.HasIndex(x => new { x.Xid, x.Id });
        message.HasIndex(x => x.At);
    }
}
