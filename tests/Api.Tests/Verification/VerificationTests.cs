using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ServiceDesk.Api.Hosting;
using ServiceDesk.Infrastructure.Verification;

namespace ServiceDesk.Api.Tests.Verification;

[Parallelizable(ParallelScope.Self)]
public sealed class VerificationTests
{
    [Test]
    public async Task A_healthy_database_has_nothing_to_find()
    {
        await using var desk = await Desk.StartAsync();
        await desk.As("alice").Open();

        var (code, said) = await VerifyAsync(desk);

        Assert.That(code, Is.Zero, said);
        Assert.That(said, Does.Contain("references: ").And.Contain("Everything holds."));
    }

    [Test]
    public async Task A_reference_into_nothing_is_found()
    {
        await using var desk = await Desk.StartAsync();
        await desk.As("alice").Open();
        await using (var connection = new NpgsqlConnection(desk.ConnectionString))
        {
            await connection.OpenAsync();
            await using var damage = new NpgsqlCommand(
                "set session_replication_role = replica; delete from sites; set session_replication_role = origin", connection);
            await damage.ExecuteNonQueryAsync();
        }

        var (code, said) = await VerifyAsync(desk);

        Assert.That(code, Is.EqualTo(1), said);
        Assert.That(said, Does.Contain("fk_tickets_sites_site_id"));
    }

    internal static Task<(int Code, string Said)> VerifyAsync(Desk desk) => desk.InScopeAsync(async services =>
    {
        await using var output = new StringWriter();
        var code = await VerifyCommand.RunAsync(services.GetServices<IVerification>(), output, default);
        return (code, output.ToString());
    });
}
