using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Attachments;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Infrastructure.Database.Configurations;

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.ToTable("attachments");
        attachment.Property(x => x.Id).ValueGeneratedNever();
        attachment.Property(x => x.Name).HasMaxLength(Attachment.NameMaxLength);
        attachment.Property(x => x.MediaType).HasMaxLength(Attachment.MediaTypeMaxLength);
        // Of two commands that name a file at once, one finds it taken when it saves, and starts over.
        attachment.Property(x => x.TicketId).IsConcurrencyToken();
        attachment.Property(x => x.RemovedAt).IsConcurrencyToken();
        attachment.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId).OnDelete(DeleteBehavior.Restrict);
        attachment.HasOne<Comment>().WithMany().HasForeignKey(x => x.CommentId).OnDelete(DeleteBehavior.Restrict);
        attachment.HasOne<User>().WithMany().HasForeignKey(x => x.UploadedById).OnDelete(DeleteBehavior.Restrict);
        attachment.HasIndex(x => new { x.TicketId, x.UploadedAt, x.Id });
        attachment.HasIndex(x => x.CommentId).HasFilter("comment_id is not null");
        attachment.HasIndex(x => x.UploadedById);
        attachment.HasIndex(x => x.UploadedAt).HasFilter("ticket_id is null and removed_at is null");
        attachment.HasIndex(x => x.RemovedAt).HasFilter("removed_at is not null");
        attachment.HasIndex(x => x.Hash);
    }
}

internal sealed class AttachmentTextConfiguration : IEntityTypeConfiguration<AttachmentText>
{
    public void Configure(EntityTypeBuilder<AttachmentText> text)
    {
        text.ToTable("attachment_texts");
        text.HasKey(x => x.AttachmentId);
        text.Property(x => x.AttachmentId).ValueGeneratedNever();
        text.HasOne<Attachment>().WithOne().HasForeignKey<AttachmentText>(x => x.AttachmentId).OnDelete(DeleteBehavior.Cascade);
    }
}
