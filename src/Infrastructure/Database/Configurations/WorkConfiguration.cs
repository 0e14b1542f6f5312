using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Infrastructure.Database.Configurations;

internal sealed class TicketTaskConfiguration : IEntityTypeConfiguration<TicketTask>
{
    public void Configure(EntityTypeBuilder<TicketTask> task)
    {
        task.ToTable("ticket_tasks");
        task.Property(x => x.Id).ValueGeneratedNever();
        task.Property(x => x.Title).HasMaxLength(TicketTask.TitleMaxLength);
        task.Ignore(x => x.Content);
        task.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId).OnDelete(DeleteBehavior.Cascade);
        task.HasOne<Team>().WithMany().HasForeignKey(x => x.TeamId).OnDelete(DeleteBehavior.Restrict);
        task.HasOne<User>().WithMany().HasForeignKey(x => x.AssigneeId).OnDelete(DeleteBehavior.Restrict);
        task.HasOne<User>().WithMany().HasForeignKey(x => x.CreatedById).OnDelete(DeleteBehavior.Restrict);
        task.HasIndex(x => new { x.TicketId, x.CreatedAt, x.Id });
        task.HasIndex(x => new { x.AssigneeId, x.DueAt, x.Id }).HasFilter("state = 'open'");
    }
}

internal sealed class WorklogConfiguration : IEntityTypeConfiguration<Worklog>
{
    public void Configure(EntityTypeBuilder<Worklog> worklog)
    {
        worklog.ToTable("worklogs");
        worklog.Property(x => x.Id).ValueGeneratedNever();
        worklog.Property(x => x.Text).HasMaxLength(Worklog.TextMaxLength);
        worklog.Ignore(x => x.Content);
        worklog.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId).OnDelete(DeleteBehavior.Cascade);
        worklog.HasOne<User>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Restrict);
        worklog.HasIndex(x => new { x.TicketId, x.At, x.Id });
        worklog.HasIndex(x => new { x.UserId, x.At, x.Id });
    }
}

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("ticket_drafts");
        draft.HasKey(x => new { x.TicketId, x.UserId, x.Kind });
        draft.Property(x => x.Version).IsConcurrencyToken();
        draft.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId).OnDelete(DeleteBehavior.Cascade);
        draft.HasOne<User>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PresenceConfiguration : IEntityTypeConfiguration<Presence>
{
    public void Configure(EntityTypeBuilder<Presence> presence)
    {
        presence.ToTable("ticket_presence");
        presence.HasKey(x => new { x.TicketId, x.UserId });
        presence.HasIndex(x => x.SeenAt);
    }
}

internal sealed class TicketReadConfiguration : IEntityTypeConfiguration<TicketRead>
{
    public void Configure(EntityTypeBuilder<TicketRead> read)
    {
        read.ToTable("ticket_reads");
        read.HasKey(x => new { x.UserId, x.TicketId });
        read.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId).OnDelete(DeleteBehavior.Cascade);
        read.HasOne<User>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
