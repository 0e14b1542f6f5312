using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ServiceDesk.Api.Tests.Verification;
using ServiceDesk.Infrastructure.Backup;
using ServiceDesk.Infrastructure.Storage;

namespace ServiceDesk.Api.Tests.Platform;

[Parallelizable(ParallelScope.Self)]
public sealed class BackupTests
{
    private string folder = null!;

    [SetUp]
    public void NewFolder() => folder = Path.Combine(TestDatabases.FilesFolder, "backup-" + Path.GetRandomFileName());

    [Test]
    public async Task What_is_restored_is_what_was_there_and_work_goes_on()
    {
        await using var desk = await FilledAsync();
        await BackUpAsync(desk);
        await desk.As("alice").Open("After the backup");

        await using var restored = await RestoreAsync();

        Assert.That(await FactsOf(restored.ConnectionString), Is.Not.Empty);
        var (code, said) = await VerificationTests.VerifyAsync(restored);
        Assert.That(code, Is.Zero, said);
        var opened = await restored.As("alice").Open("The first in its new home");
        Assert.That(opened["reference"].GetString(), Is.EqualTo("INC-000004"));
        await restored.SealAsync();
        Assert.That((await VerificationTests.VerifyAsync(restored)).Code, Is.Zero);
    }

    [Test]
    public async Task Every_row_of_every_table_comes_back()
    {
        await using var desk = await FilledAsync();
        await BackUpAsync(desk);

        await using var restored = await RestoreAsync();

        Assert.That(await FactsOf(restored.ConnectionString), Is.EqualTo(await FactsOf(desk.ConnectionString)));
    }

    [Test]
    public async Task A_chain_from_a_server_that_counted_further_goes_on()
    {
        await using var desk = await FilledAsync();
        await ExecuteAsync(desk.ConnectionString, "update audit_entries set xid = (xid::text::bigint + 1000000000)::text::xid8; update outbox set xid = (xid::text::bigint + 1000000000)::text::xid8");
        await desk.As("alice").Open("Not sealed yet");
        await ExecuteAsync(desk.ConnectionString, "update audit_entries set xid = '2000000000' where id = (select max(id) from audit_entries)");
        await BackUpAsync(desk);

        await using var restored = await RestoreAsync();
        await restored.As("alice").Open("The first in its new home");
        await restored.SealAsync();

        Assert.That((await VerificationTests.VerifyAsync(restored)).Code, Is.Zero);
        Assert.That(
            await ScalarAsync(restored.ConnectionString, "select count(*) from audit_entries e where not exists (select 1 from audit_seals s where s.entry_id = e.id)"), Is.Zero);
    }

    [Test]
    public async Task A_database_with_something_in_it_is_left_alone()
    {
        await using var desk = await FilledAsync();
        await BackUpAsync(desk);
        var before = await FactsOf(desk.ConnectionString);

        var refused = await Assert.ThrowsAsync<BackupException>(() => new BackupReader(desk.ConnectionString, FilesOf(desk), _ => { }).RestoreAsync(folder, default));

        Assert.That(refused!.Message, Does.Contain("not empty"));
        Assert.That(await FactsOf(desk.ConnectionString), Is.EqualTo(before));
    }

    [TestCase("tables/tickets.copy.gz", "is damaged")]
    [TestCase("attachments", "is damaged")]
    [TestCase("manifest.json", "is damaged")]
    public async Task A_damaged_file_is_refused_before_anything_is_done(string which, string said)
    {
        await using var desk = await FilledAsync();
        await BackUpAsync(desk);
        var path = Path.Combine(folder, which);
        path = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).First() : path;
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[bytes.Length / 2] ^= 0x40;
        bytes[0] ^= 0x40;
        await File.WriteAllBytesAsync(path, bytes);
        var empty = await TestDatabases.NewDatabaseAsync(DatabaseTemplate.Empty);

        var refused = await Assert.ThrowsAsync<BackupException>(() => new BackupReader(empty, FilesOf(desk), _ => { }).RestoreAsync(folder, default));

        Assert.That(refused!.Message, Does.Contain(said));
        Assert.That(await ScalarAsync(empty, "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public'"), Is.Zero);
    }

    [Test]
    public async Task A_backup_that_was_not_finished_or_is_of_another_schema_is_refused()
    {
        await using var desk = await FilledAsync();
        await BackUpAsync(desk);
        var empty = await TestDatabases.NewDatabaseAsync(DatabaseTemplate.Empty);
        var reader = new BackupReader(empty, FilesOf(desk), _ => { });
        var manifest = Path.Combine(folder, "manifest.json");
        var text = await File.ReadAllTextAsync(manifest);

        await File.WriteAllTextAsync(manifest, text.Replace("0001_initial", "0000_other"));
        await Assert.ThatAsync(() => reader.RestoreAsync(folder, default), Throws.TypeOf<BackupException>().With.Message.Contains("schema"));
        File.Delete(manifest);
        await Assert.ThatAsync(() => reader.RestoreAsync(folder, default), Throws.TypeOf<BackupException>().With.Message.Contains("not finished"));
    }

    [Test]
    public async Task A_folder_with_something_in_it_is_not_written_to()
    {
        await using var desk = await FilledAsync();
        await BackUpAsync(desk);

        await Assert.ThatAsync(() => BackUpAsync(desk), Throws.TypeOf<BackupException>().With.Message.Contains("not empty"));
    }

    private static async Task<Desk> FilledAsync()
    {
        var desk = await Desk.StartAsync();
        for (var i = 0; i < 3; i++)
        {
            var opened = await desk.As("alice").Open($"Number {i} – accents é and ünïcode", new { tags = new[] { "a", "b" } });
            await AttachmentTests.Upload(desk.As("alice"), $"incidents/{opened.Id}/attachments", "a.txt", [1, 2, 3, (byte)i]);
            await desk.As("tom").Post($"incidents/{opened.Id}/start", key: "start-" + i);
        }

        await desk.SealAsync();
        return desk;
    }

    private Task BackUpAsync(Desk desk) => new BackupWriter(desk.ConnectionString, FilesOf(desk), desk.Clock, _ => { }).WriteAsync(folder, default);

    private async Task<Desk> RestoreAsync()
    {
        var restored = Desk.On(await TestDatabases.NewDatabaseAsync(DatabaseTemplate.Empty));
        await new BackupReader(restored.ConnectionString, new AttachmentFolder(Path.Combine(restored.DataDirectory, "attachments")), _ => { }).RestoreAsync(folder, default);
        return restored;
    }

    private static AttachmentFolder FilesOf(Desk desk) => desk.Services.GetRequiredService<AttachmentFolder>();

    /// <summary>Each table with the number and a digest of its rows, and each sequence with its value.</summary>
    private static async Task<List<string>> FactsOf(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        List<string> facts = [];
        foreach (var (name, _) in await BackupCatalog.TablesAsync(connection, default))
            facts.AddRange(await BackupCatalog.ListAsync(
                connection, $"select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from {name} t", r => $"{name} {r.GetString(0)}", default));
        facts.AddRange((await BackupCatalog.SequencesAsync(connection, default)).Select(s => s.ToString()));
        return facts;
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await BackupCatalog.ExecuteAsync(connection, sql, default);
    }

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
