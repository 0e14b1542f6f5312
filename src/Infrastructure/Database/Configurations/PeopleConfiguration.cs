using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Infrastructure.Database.Configurations;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> user)
    {
        user.ToTable("users");
        user.Property(x => x.Id).ValueGeneratedNever();
        user.Property(x => x.UserName).HasMaxLength(User.UserNameMaxLength);
        user.Property(x => x.Name).HasMaxLength(User.NameMaxLength);
        user.Property(x => x.Email).HasMaxLength(User.EmailMaxLength);
        user.Property(x => x.Phone).HasMaxLength(50);
        user.Property(x => x.Language).HasMaxLength(8);
        user.Property(x => x.TimeZone).HasMaxLength(64);
        user.HasIndex(x => x.UserName).IsUnique();
        user.HasIndex(x => new { x.Name, x.UserName });
        user.HasOne<Site>().WithMany().HasForeignKey(x => x.SiteId).OnDelete(DeleteBehavior.Restrict);
        user.HasOne<Department>().WithMany().HasForeignKey(x => x.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        user.HasOne<User>().WithMany().HasForeignKey(x => x.ManagerId).OnDelete(DeleteBehavior.Restrict);
        user.HasOne<Team>().WithMany().HasForeignKey(x => x.DefaultTeamId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TeamConfiguration : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> team)
    {
        team.ToTable("teams");
        team.Property(x => x.Id).ValueGeneratedNever();
        team.Property(x => x.Key).HasMaxLength(100);
        team.Property(x => x.Description).HasMaxLength(1000);
        team.Labelled(x => x.Name);
        team.HasIndex(x => x.Key).IsUnique();
        team.HasMany(x => x.Members).WithOne().HasForeignKey(x => x.TeamId).OnDelete(DeleteBehavior.Cascade);
        team.HasOne<User>().WithMany().HasForeignKey(x => x.LeadId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TeamMemberConfiguration : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> member)
    {
        member.ToTable("team_members");
        member.HasKey(x => new { x.TeamId, x.UserId });
        member.HasIndex(x => x.UserId);
        member.HasOne<User>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SiteConfiguration : IEntityTypeConfiguration<Site>
{
    public void Configure(EntityTypeBuilder<Site> site)
    {
        site.ToTable("sites");
        site.Property(x => x.Id).ValueGeneratedNever();
        site.Property(x => x.Name).HasMaxLength(200);
        site.Property(x => x.Address).HasMaxLength(500);
        site.Property(x => x.TimeZone).HasMaxLength(64);
        site.HasIndex(x => x.Name).IsUnique();
    }
}

internal sealed class DepartmentConfiguration : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> department)
    {
        department.ToTable("departments");
        department.Property(x => x.Id).ValueGeneratedNever();
        department.Property(x => x.Name).HasMaxLength(200);
        department.HasIndex(x => x.Name).IsUnique();
    }
}

internal sealed class RoleConfiguration : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> role)
    {
        role.ToTable("roles");
        role.Property(x => x.Id).ValueGeneratedNever();
        role.Property(x => x.Key).HasMaxLength(64);
        role.Labelled(x => x.Name);
        role.HasIndex(x => x.Key).IsUnique();
    }
}

internal sealed class GrantConfiguration : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> grant)
    {
        grant.ToTable("grants");
        grant.Property(x => x.Id).ValueGeneratedNever();
        grant.HasIndex(x => new { x.UserId, x.RoleId, x.TeamId, x.SiteId }).IsUnique().AreNullsDistinct(false);
        grant.HasOne<User>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Cascade);
        grant.HasOne<Role>().WithMany().HasForeignKey(x => x.RoleId).OnDelete(DeleteBehavior.Restrict);
        grant.HasOne<Team>().WithMany().HasForeignKey(x => x.TeamId).OnDelete(DeleteBehavior.Restrict);
        grant.HasOne<Site>().WithMany().HasForeignKey(x => x.SiteId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>How labels in two languages are stored: one column each.</summary>
internal static class LabelConfiguration
{
    public static void Labelled<T>(this EntityTypeBuilder<T> entity, System.Linq.Expressions.Expression<Func<T, LocalizedText?>> label)
        where T : class =>
        entity.ComplexProperty(label, l =>
        {
            l.Property(x => x.En).HasColumnName("name_en").HasMaxLength(LocalizedText.MaxLength);
            l.Property(x => x.Fr).HasColumnName("name_fr").HasMaxLength(LocalizedText.MaxLength);
        });
}
