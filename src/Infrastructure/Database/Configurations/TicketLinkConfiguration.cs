using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Infrastructure.Database.Configurations;

internal sealed class TicketLinkConfiguration : IEntityTypeConfiguration<TicketLink>
{
    public void Configure(EntityTypeBuilder<TicketLink> link)
    {
        link.ToTable("ticket_links");
        link.Property(x => x.Id).ValueGeneratedNever();
        link.HasOne<Ticket>().WithMany().HasForeignKey(x => x.FromId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<Ticket>().WithMany().HasForeignKey(x => x.ToId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<User>().WithMany().HasForeignKey(x => x.CreatedById).OnDelete(DeleteBehavior.Restrict);
        link.HasIndex(x => new { x.FromId, x.ToId, x.Type }).IsUnique();
    }
}

internal sealed class LinkGuardConfiguration : IEntityTypeConfiguration<LinkGuard>
{
    public void Configure(EntityTypeBuilder<LinkGuard> guard)
    {
        guard.ToTable("link_guard");
        guard.Property(x => x.Id).ValueGeneratedNever();
        guard.Property(x => x.Version).IsConcurrencyToken();
    }
}
