using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.ServiceLevels;

namespace ServiceDesk.Infrastructure.Database.Configurations;

internal sealed class ServiceLevelClockConfiguration : IEntityTypeConfiguration<ServiceLevelClock>
{
    public void Configure(EntityTypeBuilder<ServiceLevelClock> clock)
    {
        clock.ToTable("service_level_clocks");
        clock.Property(x => x.Id).ValueGeneratedNever();
        clock.Property(x => x.LastWhy).HasMaxLength(Cause.WhyMaxLength);
        clock.Ignore(x => x.Terms).Ignore(x => x.Owner).Ignore(x => x.Figures).Ignore(x => x.IsLive);
        clock.HasMany(x => x.Ledger).WithOne().HasForeignKey(x => x.ClockId).OnDelete(DeleteBehavior.Cascade);
        clock.HasMany(x => x.Wakes).WithOne().HasForeignKey(x => x.ClockId).OnDelete(DeleteBehavior.Cascade);
        clock.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId).OnDelete(DeleteBehavior.Cascade);
        clock.HasIndex(x => new { x.TicketId, x.Target, x.Audience, x.Cycle }).IsUnique();
        clock.HasIndex(x => x.TicketId).HasFilter("breached_at is not null");
    }
}

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> entry)
    {
        entry.ToTable("service_level_intervals");
        entry.HasKey(x => new { x.ClockId, x.Sequence });
        entry.Property(x => x.Sequence).ValueGeneratedNever();
        entry.Property(x => x.Why).HasMaxLength(Cause.WhyMaxLength);
        entry.Ignore(x => x.Terms).Ignore(x => x.Owner).Ignore(x => x.IsBreach);
    }
}

internal sealed class ClockWakeConfiguration : IEntityTypeConfiguration<ClockWake>
{
    public void Configure(EntityTypeBuilder<ClockWake> wake)
    {
        wake.ToTable("service_level_wakes");
        wake.HasKey(x => new { x.ClockId, x.Level });
        wake.Property(x => x.Level).HasMaxLength(WakeLevel.TextMaxLength).ValueGeneratedNever();
        wake.HasIndex(x => new { x.At, x.ClockId, x.Level }).HasFilter("fired_at is null and at is not null");
    }
}

internal sealed class PolicyRolloutConfiguration : IEntityTypeConfiguration<PolicyRollout>
{
    public void Configure(EntityTypeBuilder<PolicyRollout> rollout)
    {
        rollout.ToTable("service_level_rollouts");
        rollout.HasKey(x => new { x.PolicyId, x.Number });
        rollout.Property(x => x.Number).ValueGeneratedNever();
        rollout.HasIndex(x => x.RequestedAt).HasFilter("done_at is null");
    }
}
