using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Notifications;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Infrastructure.Database.Configurations;

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>, IEntityTypeConfiguration<UserPreferences>
{
    public void Configure(EntityTypeBuilder<Notification> notification)
    {
        notification.ToTable("notifications");
        notification.Property(x => x.Id).ValueGeneratedNever();
        notification.Property(x => x.Data).HasColumnType("jsonb");
        notification.HasOne<User>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Cascade);
        notification.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId).OnDelete(DeleteBehavior.Cascade);
        notification.HasIndex(x => new { x.UserId, x.Id });
        notification.HasIndex(x => new { x.UserId, x.Delivery, x.Kind }).IsUnique();
        notification.HasIndex(x => x.UserId).HasFilter("read_at is null").HasDatabaseName("ix_notifications_unread");
        notification.HasIndex(x => x.TicketId);
        notification.HasIndex(x => x.At);
    }

    public void Configure(EntityTypeBuilder<UserPreferences> preferences)
    {
        preferences.ToTable("user_preferences");
        preferences.HasKey(x => x.UserId);
        preferences.PrimitiveCollection(x => x.Wanted).ElementType(e => e.HasConversion<EnumWordConverter<NotificationKind>>());
        preferences.PrimitiveCollection(x => x.Unwanted).ElementType(e => e.HasConversion<EnumWordConverter<NotificationKind>>());
        preferences.Property(x => x.Interface).HasColumnType("jsonb");
        preferences.HasOne<User>().WithOne().HasForeignKey<UserPreferences>(x => x.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
