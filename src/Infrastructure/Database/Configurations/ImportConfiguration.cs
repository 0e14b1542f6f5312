using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Imports;
using ServiceDesk.Domain.People;
using ServiceDesk.Infrastructure.Imports;

namespace ServiceDesk.Infrastructure.Database.Configurations;

internal sealed class ImportConfiguration
    : IEntityTypeConfiguration<DataImport>,
        IEntityTypeConfiguration<ImportChunk>,
        IEntityTypeConfiguration<ImportRejection>
{
    public void Configure(EntityTypeBuilder<DataImport> import)
    {
        import.ToTable("imports");
        import.Property(x => x.Id).ValueGeneratedNever();
        import.Property(x => x.Profile).HasMaxLength(60);
        import.Property(x => x.FileName).HasMaxLength(DataImport.FileNameMaxLength);
        import.Property(x => x.Failure).HasMaxLength(DataImport.FailureMaxLength);
        import.Property(x => x.FailureCode).HasMaxLength(ImportRejection.CodeMaxLength);
        import.Property(x => x.FailureDetails).AsJson();
        import.Property(x => x.Options).AsJson();
        import.HasOne<User>().WithMany().HasForeignKey(x => x.RequestedBy).OnDelete(DeleteBehavior.Restrict);
        import.HasIndex(x => x.CreatedAt).HasFilter("state in ('queued', 'running')");
    }

    public void Configure(EntityTypeBuilder<ImportChunk> chunk)
    {
        chunk.ToTable("import_chunks");
        chunk.HasKey(x => new { x.ImportId, x.Number });
        chunk.Property(x => x.Number).ValueGeneratedNever();
        chunk.HasOne<DataImport>().WithMany().HasForeignKey(x => x.ImportId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ImportRejection> rejection)
    {
        rejection.ToTable("import_rejections");
        rejection.HasKey(x => new { x.ImportId, x.Row });
        rejection.Property(x => x.Row).ValueGeneratedNever();
        rejection.Property(x => x.Reason).HasMaxLength(ImportRejection.ReasonMaxLength);
        rejection.Property(x => x.Code).HasMaxLength(ImportRejection.CodeMaxLength);
        rejection.Property(x => x.Details).AsJson();
        rejection.HasOne<DataImport>().WithMany().HasForeignKey(x => x.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}
