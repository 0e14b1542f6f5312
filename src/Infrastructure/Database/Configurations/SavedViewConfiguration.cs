using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Views;

namespace ServiceDesk.Infrastructure.Database.Configurations;

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> view)
    {
        view.ToTable("saved_views");
        view.Property(x => x.Id).ValueGeneratedNever();
        view.Property(x => x.Name).HasMaxLength(SavedView.NameMaxLength);
        view.Property(x => x.Filter).HasColumnType("jsonb");
        view.Property(x => x.Sort).HasMaxLength(60);
        view.HasIndex(x => new { x.OwnerId, x.Name }).IsUnique();
        view.HasOne<User>().WithMany().HasForeignKey(x => x.OwnerId).OnDelete(DeleteBehavior.Cascade);
        view.HasOne<Team>().WithMany().HasForeignKey(x => x.TeamId).OnDelete(DeleteBehavior.Restrict);
    }
}
