using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace ServiceDesk.Infrastructure.Database;

/// <summary>Names tables, columns, keys and indexes in snake_case, as SQL is written by hand here.</summary>
internal sealed partial class SnakeCaseConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        var entities = modelBuilder.Metadata.GetEntityTypes().Where(e => !e.IsMappedToJson()).ToList();
        foreach (var entity in entities)
        {
            if (entity.GetTableName() is { } table && entity.GetViewName() is null && entity.BaseType is null)
                entity.Builder.ToTable(Snake(table), entity.GetSchema());
            foreach (var property in entity.GetDeclaredProperties())
                property.Builder.HasColumnName(Snake(property.GetColumnName()));
            foreach (var complex in entity.GetDeclaredComplexProperties())
                Rename(complex);
        }

        // A second pass: the default names of keys and indexes are built from the names above.
        foreach (var entity in entities)
        {
            foreach (var key in entity.GetDeclaredKeys())
                key.Builder.HasName(Snake(key.GetName()!));
            foreach (var foreignKey in entity.GetDeclaredForeignKeys())
                foreignKey.Builder.HasConstraintName(Snake(foreignKey.GetConstraintName()!));
            foreach (var index in entity.GetDeclaredIndexes())
                index.Builder.HasDatabaseName(Snake(index.GetDatabaseName()!));
        }
    }

    private static void Rename(IConventionComplexProperty complex)
    {
        foreach (var property in complex.ComplexType.GetDeclaredProperties())
            property.Builder.HasColumnName(Snake(property.GetColumnName()));
        foreach (var inner in complex.ComplexType.GetDeclaredComplexProperties())
            Rename(inner);
    }

    private static string Snake(string name) => Words().Replace(name, "$1_$2").ToLowerInvariant();

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex Words();
}
