using System.Diagnostics;
using ServiceDesk.Infrastructure.EmbeddedPostgres;

namespace ServiceDesk.Api.Tests.EmbeddedPostgres;

/// <summary>This assembly run as a program of its own: a process with a database, that a test may kill.</summary>
public static class TestHost
{
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not ["postgres", var folder]) return 2;
        await using var server = await EmbeddedPostgresServer.StartAsync(new() { DataDirectory = folder });
        await Console.Out.WriteLineAsync($"{server.ProcessId} {server.SocketDirectory}");
        await Console.In.ReadToEndAsync();
        return 0;
    }

    public static async Task<(Process Host, int Postgres, string Sockets)> StartAsync(string folder)
    {
        var host = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(TestHost).Assembly.Location, "postgres", folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var answer = (await host.StandardOutput.ReadLineAsync())!.Split(' ');
        return (host, int.Parse(answer[0], System.Globalization.CultureInfo.InvariantCulture), answer[1]);
    }
}
