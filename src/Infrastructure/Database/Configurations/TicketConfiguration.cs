using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Infrastructure.Database.Configurations;

internal sealed class TicketConfiguration : IEntityTypeConfiguration<Ticket>
{
    /// <summary>What is still to be done; queues are read through the partial indexes on it.</summary>
    private const string IsOpen = "state in ('new', 'assigned', 'inProgress', 'pending')";

    public void Configure(EntityTypeBuilder<Ticket> ticket)
    {
        ticket.ToTable("tickets");
        ticket.HasDiscriminator<string>("practice").HasValue<Incident>("incident");
        ticket.Property<string>("practice").HasMaxLength(16);
        ticket.Ignore(x => x.Practice).Ignore(x => x.IsOpen);
        ticket.Property<bool>("open").HasComputedColumnSql(IsOpen, stored: true);
        ticket.Property(x => x.Id).ValueGeneratedNever();
        ticket.Property(x => x.Reference).HasMaxLength(24);
        ticket.Property(x => x.Title).HasMaxLength(Ticket.TitleMaxLength);
        ticket.Property(x => x.CreatedVia).HasMaxLength(16);
        ticket.Property(x => x.CustomFields).HasColumnType("jsonb");
        ticket.Property(x => x.DueAt).HasDefaultValueSql("'infinity'::timestamp with time zone").ValueGeneratedNever();
        ticket.ComplexProperty(x => x.PriorityOverride, o =>
        {
            o.Property(x => x.Priority).HasColumnName("override_priority");
            o.Property(x => x.Reason).HasColumnName("override_reason").HasMaxLength(PriorityOverride.ReasonMaxLength);
        });
        ticket.ComplexProperty(x => x.ExternalReference, e =>
        {
            e.Property(x => x.System).HasColumnName("external_system").HasMaxLength(ExternalReference.PartMaxLength);
            e.Property(x => x.Id).HasColumnName("external_id").HasMaxLength(ExternalReference.PartMaxLength);
        });
        ticket.ComplexProperty(x => x.Pending, p =>
        {
            p.Property(x => x.Reason).HasColumnName("pending_reason");
            p.Property(x => x.Until).HasColumnName("pending_until");
            p.Property(x => x.Since).HasColumnName("pending_since");
        });
        ticket.ComplexProperty(x => x.Resolution, r =>
        {
            r.Property(x => x.Code).HasColumnName("resolution_code");
            r.Property(x => x.Text).HasColumnName("resolution_text");
        });

        ticket.HasMany(x => x.Timeline).WithOne().HasForeignKey(x => x.TicketId).OnDelete(DeleteBehavior.Cascade);
        ticket.HasMany(x => x.Comments).WithOne().HasForeignKey(x => x.TicketId).OnDelete(DeleteBehavior.Cascade);
        ticket.HasMany(x => x.Watchers).WithOne().HasForeignKey(x => x.TicketId).OnDelete(DeleteBehavior.Cascade);
        ticket.HasMany(x => x.Items).WithOne().HasForeignKey(x => x.TicketId).OnDelete(DeleteBehavior.Cascade);
        Reference(ticket);
        Indexes(ticket);
    }

    private static void Reference(EntityTypeBuilder<Ticket> ticket)
    {
        ticket.HasOne<User>().WithMany().HasForeignKey(x => x.RequesterId).OnDelete(DeleteBehavior.Restrict);
        ticket.HasOne<User>().WithMany().HasForeignKey(x => x.OpenedById).OnDelete(DeleteBehavior.Restrict);
        ticket.HasOne<User>().WithMany().HasForeignKey(x => x.AssigneeId).OnDelete(DeleteBehavior.Restrict);
        ticket.HasOne<Team>().WithMany().HasForeignKey(x => x.TeamId).OnDelete(DeleteBehavior.Restrict);
        ticket.HasOne<Site>().WithMany().HasForeignKey(x => x.SiteId).OnDelete(DeleteBehavior.Restrict);
        ticket.HasOne<Domain.Catalog.Category>().WithMany().HasForeignKey(x => x.CategoryId).OnDelete(DeleteBehavior.Restrict);
        ticket.HasOne<Domain.Catalog.BusinessService>().WithMany().HasForeignKey(x => x.ServiceId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void Indexes(EntityTypeBuilder<Ticket> ticket)
    {
        ticket.HasIndex(x => x.Reference).IsUnique();
        ticket.HasIndex(x => new { x.OpenedAt, x.Id });
        ticket.HasIndex(x => new { x.TeamId, x.OpenedAt, x.Id });
        ticket.HasIndex(x => new { x.AssigneeId, x.UpdatedAt, x.Id });
        ticket.HasIndex(x => new { x.UpdatedAt, x.Id });
        ticket.HasIndex(x => new { x.PublicUpdatedAt, x.Id });
        ticket.HasIndex(x => new { x.RequesterId, x.PublicUpdatedAt, x.Id });
        ticket.HasIndex(x => new { x.AssigneeId, x.Priority, x.DueAt, x.Id }).HasFilter("open");
        ticket.HasIndex(x => new { x.TeamId, x.Priority, x.DueAt, x.Id }).HasFilter("open");
        ticket.HasIndex(x => new { x.Priority, x.DueAt, x.Id }).HasFilter("open");
        ticket.HasIndex(x => new { x.DueAt, x.Id }).HasFilter("open");
        ticket.HasIndex(x => new { x.OpenedById, x.PublicUpdatedAt, x.Id });
        ticket.HasIndex(x => x.ParentId).HasFilter("parent_id is not null");
        ticket.HasIndex(x => x.MergedIntoId).HasFilter("merged_into_id is not null");
        ticket.HasIndex(x => x.CategoryId);
        ticket.HasIndex(x => x.ServiceId);
        ticket.HasIndex(x => x.SiteId);
    }
}

internal sealed class IncidentConfiguration : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> incident)
    {
        incident.ComplexProperty(x => x.Major, m =>
        {
            m.Property(x => x.LeadId).HasColumnName("major_lead_id");
            m.Property(x => x.Summary).HasColumnName("major_summary").HasMaxLength(MajorIncident.SummaryMaxLength);
            m.Property(x => x.DeclaredAt).HasColumnName("major_declared_at");
            m.Property(x => x.Status).HasColumnName("major_status").HasMaxLength(MajorIncident.SummaryMaxLength);
            m.Property(x => x.NextUpdateAt).HasColumnName("major_next_update_at");
        });
        incident.HasIndex(x => new { x.ResolvedAt, x.Id }).HasFilter("closes_by_itself");
        incident.ComplexProperty(x => x.MergedFrom, m =>
        {
            m.Property(x => x.State).HasColumnName("merged_from_state");
            m.Property(x => x.PendingReason).HasColumnName("merged_from_pending_reason");
            m.Property(x => x.Until).HasColumnName("merged_from_until");
            m.Property(x => x.At).HasColumnName("merged_at");
        });
    }
}

internal sealed class TicketEventConfiguration : IEntityTypeConfiguration<TicketEvent>
{
    public void Configure(EntityTypeBuilder<TicketEvent> ticketEvent)
    {
        ticketEvent.ToTable("ticket_events");
        ticketEvent.HasKey(x => new { x.TicketId, x.Sequence });
        ticketEvent.Property(x => x.Sequence).ValueGeneratedNever();
        ticketEvent.Property(x => x.Details).HasColumnType("jsonb");
    }
}

internal sealed class CommentConfiguration : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.ToTable("comments");
        comment.Property(x => x.Id).ValueGeneratedNever();
        comment.HasIndex(x => new { x.TicketId, x.CreatedAt, x.Id });
        comment.HasOne<User>().WithMany().HasForeignKey(x => x.AuthorId).OnDelete(DeleteBehavior.Restrict);
        comment.HasMany(x => x.Revisions).WithOne().HasForeignKey(x => x.CommentId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CommentRevisionConfiguration : IEntityTypeConfiguration<CommentRevision>
{
    public void Configure(EntityTypeBuilder<CommentRevision> revision)
    {
        revision.ToTable("comment_revisions");
        revision.Property(x => x.Id).ValueGeneratedNever();
    }
}

internal sealed class WatcherConfiguration : IEntityTypeConfiguration<Watcher>
{
    public void Configure(EntityTypeBuilder<Watcher> watcher)
    {
        watcher.ToTable("ticket_watchers");
        watcher.HasKey(x => new { x.TicketId, x.UserId });
        watcher.HasIndex(x => new { x.UserId, x.TicketId });
        watcher.HasOne<User>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AffectedPersonConfiguration : IEntityTypeConfiguration<AffectedPerson>
{
    public void Configure(EntityTypeBuilder<AffectedPerson> person)
    {
        person.ToTable("affected_people");
        person.HasKey(x => new { x.TicketId, x.UserId });
        person.HasIndex(x => x.UserId);
        person.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId).OnDelete(DeleteBehavior.Cascade);
        person.HasOne<User>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class JoinedMajorConfiguration : IEntityTypeConfiguration<JoinedMajor>
{
    public void Configure(EntityTypeBuilder<JoinedMajor> major) => major.HasNoKey().ToView("joined_majors");
}

internal sealed class TicketItemConfiguration : IEntityTypeConfiguration<TicketItem>
{
    public void Configure(EntityTypeBuilder<TicketItem> item)
    {
        item.ToTable("ticket_configuration_items");
        item.HasKey(x => new { x.TicketId, x.ConfigurationItemId });
        item.HasIndex(x => x.ConfigurationItemId);
        item.HasOne<Domain.Configuration.ConfigurationItem>().WithMany().HasForeignKey(x => x.ConfigurationItemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PriorityMatrixConfiguration : IEntityTypeConfiguration<PriorityMatrix>
{
    public void Configure(EntityTypeBuilder<PriorityMatrix> matrix)
    {
        matrix.ToTable("priority_matrices");
        matrix.HasKey(x => x.Practice);
        matrix.PrimitiveCollection(x => x.Cells).ElementType(e => e.HasConversion<EnumWordConverter<Priority>>());
    }
}
