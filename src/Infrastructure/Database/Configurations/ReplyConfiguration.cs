using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Replies;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Infrastructure.Database.Configurations;

internal sealed class CannedReplyConfiguration : IEntityTypeConfiguration<CannedReply>
{
    public void Configure(EntityTypeBuilder<CannedReply> reply)
    {
        reply.ToTable("canned_replies");
        reply.Property(x => x.Id).ValueGeneratedNever();
        reply.Labelled(x => x.Name);
        reply.ComplexProperty(x => x.Body, b =>
        {
            b.Property(x => x.En).HasColumnName("body_en");
            b.Property(x => x.Fr).HasColumnName("body_fr");
        });
        reply.HasOne<User>().WithMany().HasForeignKey(x => x.OwnerId).OnDelete(DeleteBehavior.Restrict);
        reply.HasOne<Team>().WithMany().HasForeignKey(x => x.TeamId).OnDelete(DeleteBehavior.Restrict);
        reply.HasIndex(x => new { x.CreatedAt, x.Id });
    }
}

internal sealed class TicketTemplateConfiguration : IEntityTypeConfiguration<TicketTemplate>
{
    public void Configure(EntityTypeBuilder<TicketTemplate> template)
    {
        template.ToTable("ticket_templates");
        template.Property(x => x.Id).ValueGeneratedNever();
        template.Labelled(x => x.Name);
        template.ComplexProperty(x => x.Title, t =>
        {
            t.Property(x => x.En).HasColumnName("title_en").HasMaxLength(Ticket.TitleMaxLength);
            t.Property(x => x.Fr).HasColumnName("title_fr").HasMaxLength(Ticket.TitleMaxLength);
        });
        template.ComplexProperty(x => x.Description, d =>
        {
            d.Property(x => x.En).HasColumnName("description_en");
            d.Property(x => x.Fr).HasColumnName("description_fr");
        });
        template.HasOne<User>().WithMany().HasForeignKey(x => x.OwnerId).OnDelete(DeleteBehavior.Restrict);
        template.HasOne<Team>().WithMany().HasForeignKey(x => x.TeamId).OnDelete(DeleteBehavior.Restrict);
        template.HasOne<Team>().WithMany().HasForeignKey(x => x.ForTeamId).OnDelete(DeleteBehavior.Restrict);
        template.HasOne<BusinessService>().WithMany().HasForeignKey(x => x.ServiceId).OnDelete(DeleteBehavior.Restrict);
        template.HasOne<Category>().WithMany().HasForeignKey(x => x.CategoryId).OnDelete(DeleteBehavior.Restrict);
        template.HasIndex(x => new { x.CreatedAt, x.Id });
    }
}
