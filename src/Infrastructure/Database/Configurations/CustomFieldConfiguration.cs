using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Catalog;

namespace ServiceDesk.Infrastructure.Database.Configurations;

internal sealed class CustomFieldConfiguration : IEntityTypeConfiguration<CustomField>
{
    public void Configure(EntityTypeBuilder<CustomField> field)
    {
        field.ToTable("custom_fields");
        field.Property(x => x.Id).ValueGeneratedNever();
        field.Property(x => x.Key).HasMaxLength(CustomField.KeyMaxLength);
        field.Labelled(x => x.Name);
        field.Property(x => x.Options).AsJson();
        field.HasIndex(x => x.Key).IsUnique();
    }
}
