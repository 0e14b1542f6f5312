using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Api.Tests.Database;

/// <summary>The migrations are written by hand, so they are held against the model: tables, columns, keys and indexes as text.</summary>
public sealed class SchemaDriftTests
{
    /// <summary>What only SQL can say, by the beginning of the fact.</summary>
    private static readonly string[] OnlyInMigrations =
    [
        "column repeatable_scripts.",
        "constraint repeatable_scripts ",
        "index CREATE UNIQUE INDEX repeatable_scripts_pkey",
        "index CREATE UNIQUE INDEX ix_tickets_external_reference",
        "index CREATE UNIQUE INDEX ix_users_user_name_lower",
        "index CREATE INDEX ix_users_email_lower",
        "index CREATE INDEX ix_users_phone_parts",
        "index CREATE INDEX ix_tickets_list_",
        "column ticket_search.",
        "constraint ticket_search ",
        "index CREATE UNIQUE INDEX pk_ticket_search",
        "index CREATE INDEX ix_ticket_search_",
        "index CREATE INDEX ix_configuration_items_name_lower",
        "index CREATE INDEX ix_tickets_pending_until",
        "index CREATE INDEX ix_tickets_major_declared_at",
        "sequence ",
    ];

    private const string Facts = """
        with rel as (select c.oid, c.relname, c.relkind from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where n.nspname = 'public' and c.relname not like '%EFMigrationsHistory')
        select 'column ' || r.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
               || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') || ' gen=' || a.attgenerated::text || ' id=' || a.attidentity::text
        from rel r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum where r.relkind in ('r','p')
        union all select 'index ' || pg_get_indexdef(i.indexrelid) from pg_index i join rel r on r.oid = i.indrelid
        union all select 'constraint ' || r.relname || ' ' || c.conname || ' ' || pg_get_constraintdef(c.oid) from pg_constraint c join rel r on r.oid = c.conrelid
        union all select 'sequence ' || sequencename || ' ' || start_value || ' ' || increment_by || ' ' || data_type from pg_sequences where schemaname = 'public'
        """;

    [Test]
    public async Task The_migrations_make_what_the_model_expects()
    {
        var migrated = await TestDatabases.NewDatabaseAsync(DatabaseTemplate.Empty);
        await Migrator.MigrateAsync(migrated);
        var modelled = await TestDatabases.NewDatabaseAsync(DatabaseTemplate.Empty);
        await using (var db = Migrator.Context(modelled))
        {
            await using var prepare = new NpgsqlConnection(modelled);
            await prepare.OpenAsync();
            await using var create = new NpgsqlCommand(db.Database.GenerateCreateScript(), prepare);
            await create.ExecuteNonQueryAsync();
        }

        var (fromMigrations, fromModel) = (await FactsOf(migrated), await FactsOf(modelled));

        Assert.That(fromModel, Has.Count.GreaterThan(100));
        var onlyMigrations = fromMigrations.Except(fromModel).Where(f => !OnlyInMigrations.Any(f.StartsWith)).Select(f => "only in the migrations: " + f);
        var onlyModel = fromModel.Except(fromMigrations).Where(f => !f.StartsWith("sequence ")).Select(f => "only in the model: " + f);
        Assert.That(onlyMigrations.Concat(onlyModel).Order(), Is.Empty);
    }

    [Test]
    public async Task Servers_that_start_at_once_migrate_once()
    {
        var database = await TestDatabases.NewDatabaseAsync(DatabaseTemplate.Empty);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Migrator.MigrateAsync(database)));

        Assert.That(await Migrator.PendingAsync(database, default), Is.Empty);
    }

    [Test]
    public async Task A_database_of_a_newer_release_is_refused()
    {
        var database = await TestDatabases.NewDatabaseAsync(DatabaseTemplate.Empty);
        await Migrator.MigrateAsync(database);
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""insert into "__EFMigrationsHistory" values ('9999_future', '11')""", connection);
        await command.ExecuteNonQueryAsync();

        Assert.That(() => Migrator.MigrateAsync(database), Throws.InvalidOperationException.With.Message.Contains("newer release"));
    }

    private static async Task<HashSet<string>> FactsOf(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Facts, connection);
        await using var reader = await command.ExecuteReaderAsync();
        HashSet<string> facts = [];
        while (await reader.ReadAsync())
            facts.Add(reader.GetString(0));
        return facts;
    }
}
