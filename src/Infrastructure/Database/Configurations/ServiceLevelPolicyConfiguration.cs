using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Infrastructure.Database.Configurations;

internal sealed class CalendarConfiguration : IEntityTypeConfiguration<Calendar>
{
    public void Configure(EntityTypeBuilder<Calendar> calendar)
    {
        calendar.ToTable("calendars");
        calendar.Property(x => x.Id).ValueGeneratedNever();
        calendar.Property(x => x.Name).HasMaxLength(Calendar.NameMaxLength);
        calendar.Property(x => x.Own).AsJson();
        calendar.PrimitiveCollection(x => x.HolidaySetIds).ElementType(e => e.HasConversion<TypedIdConverter<HolidaySetId>>());
        calendar.Ignore(x => x.Current);
        calendar.HasMany(x => x.Versions).WithOne().HasForeignKey(x => x.CalendarId).OnDelete(DeleteBehavior.Cascade);
        calendar.HasIndex(x => new { x.Name, x.Id });
    }
}

internal sealed class CalendarVersionConfiguration : IEntityTypeConfiguration<CalendarVersion>
{
    public void Configure(EntityTypeBuilder<CalendarVersion> version)
    {
        version.ToTable("calendar_versions");
        version.HasKey(x => new { x.CalendarId, x.Number });
        version.Property(x => x.Number).ValueGeneratedNever();
        version.Property(x => x.Definition).AsJson();
    }
}

internal sealed class HolidaySetConfiguration : IEntityTypeConfiguration<HolidaySet>
{
    public void Configure(EntityTypeBuilder<HolidaySet> set)
    {
        set.ToTable("holiday_sets");
        set.Property(x => x.Id).ValueGeneratedNever();
        set.Property(x => x.Name).HasMaxLength(HolidaySet.NameMaxLength);
        set.Property(x => x.Days).AsJson();
        set.HasIndex(x => new { x.Name, x.Id });
    }
}

internal sealed class ServiceLevelPolicyConfiguration : IEntityTypeConfiguration<ServiceLevelPolicy>
{
    public void Configure(EntityTypeBuilder<ServiceLevelPolicy> policy)
    {
        policy.ToTable("service_level_policies");
        policy.Property(x => x.Id).ValueGeneratedNever();
        policy.Property(x => x.Name).HasMaxLength(ServiceLevelPolicy.NameMaxLength);
        policy.Ignore(x => x.Current).Ignore(x => x.Draft);
        policy.HasMany(x => x.Versions).WithOne().HasForeignKey(x => x.PolicyId).OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName("fk_service_level_policy_versions_policy_id");
        policy.HasIndex(x => new { x.Order, x.Id });
    }
}

internal sealed class PolicyVersionConfiguration : IEntityTypeConfiguration<PolicyVersion>
{
    public void Configure(EntityTypeBuilder<PolicyVersion> version)
    {
        version.ToTable("service_level_policy_versions");
        version.HasKey(x => new { x.PolicyId, x.Number });
        version.Property(x => x.Number).ValueGeneratedNever();
        version.Property(x => x.Definition).AsJson();
    }
}
