using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Configuration;
using ServiceDesk.Domain.Organisation;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Infrastructure.Database.Configurations;

internal sealed class CategoryConfiguration : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> category)
    {
        category.ToTable("categories");
        category.Property(x => x.Id).ValueGeneratedNever();
        category.Property(x => x.Key).HasMaxLength(100);
        category.Labelled(x => x.Name);
        category.HasIndex(x => x.Key).IsUnique();
        category.HasOne<Category>().WithMany().HasForeignKey(x => x.ParentId).OnDelete(DeleteBehavior.Restrict);
        category.HasOne<Team>().WithMany().HasForeignKey(x => x.DefaultTeamId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BusinessServiceConfiguration : IEntityTypeConfiguration<BusinessService>
{
    public void Configure(EntityTypeBuilder<BusinessService> service)
    {
        service.ToTable("services");
        service.Property(x => x.Id).ValueGeneratedNever();
        service.Property(x => x.Key).HasMaxLength(100);
        service.Labelled(x => x.Name);
        service.HasIndex(x => x.Key).IsUnique();
    }
}

internal sealed class ConfigurationItemConfiguration : IEntityTypeConfiguration<ConfigurationItem>
{
    public void Configure(EntityTypeBuilder<ConfigurationItem> item)
    {
        item.ToTable("configuration_items");
        item.Property(x => x.Id).ValueGeneratedNever();
        item.Property(x => x.Name).HasMaxLength(ConfigurationItem.NameMaxLength);
        item.Property(x => x.Type).HasMaxLength(ConfigurationItem.TypeMaxLength);
        item.HasIndex(x => new { x.Name, x.Id });
    }
}

internal sealed class OrganisationSettingsConfiguration : IEntityTypeConfiguration<OrganisationSettings>
{
    public void Configure(EntityTypeBuilder<OrganisationSettings> settings)
    {
        settings.ToTable("organisation_settings");
        settings.Property(x => x.Id).ValueGeneratedNever();
        settings.Property(x => x.Name).HasMaxLength(200);
        settings.Property(x => x.TimeZone).HasMaxLength(64);
        settings.Property(x => x.Language).HasMaxLength(8);
    }
}
