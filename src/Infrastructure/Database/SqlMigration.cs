using Microsoft.EntityFrameworkCore.Migrations;

namespace ServiceDesk.Infrastructure.Database;

/// <summary>A migration that is a SQL file: Migrations/{name}.sql. Applied once, in order of name, never edited afterwards.</summary>
public abstract class SqlMigration(string name, bool suppressTransaction = false) : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Read(name + ".sql"), suppressTransaction);

    internal static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(SqlMigration).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded."));
        return reader.ReadToEnd();
    }
}
