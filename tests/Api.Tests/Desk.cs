using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using ServiceDesk.Domain.People;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.EmbeddedPostgres;
using ServiceDesk.Infrastructure.Identity;
using ServiceDesk.Infrastructure.Seeding;

namespace ServiceDesk.Api.Tests;

/// <summary>A whole server on a database of its own, with the demo accounts and a clock the test moves. No workers run by themselves.</summary>
public sealed class Desk : WebApplicationFactory<Program>
{
    /// <summary>The migrated database with the eight demo accounts and a token for each.</summary>
    private static readonly DatabaseTemplate Template = new("desk", async connection =>
    {
        await Migrator.MigrateAsync(connection);
        await using var desk = new Desk(connection);
        await desk.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<ServiceDeskDbContext>();
            await Baseline.EnsureAsync(db, desk.Clock, default);
            await services.GetRequiredService<DemoAccounts>().EnsureAsync(default);
            foreach (var (userName, _, _, _) in DemoAccounts.All)
            {
                var id = db.Set<User>().Single(u => u.UserName == userName).Id;
                db.Add(new ApiToken { Id = Guid.CreateVersion7(), UserId = id.Value, Name = "test", Hash = SHA256.HashData(Encoding.ASCII.GetBytes(TokenOf(userName))) });
            }

            await db.SaveChangesAsync();
        });
    });

    /// <summary>A migrated database as production begins with it: nobody is there.</summary>
    private static readonly DatabaseTemplate Bare = new("bare", async connection =>
    {
        await Migrator.MigrateAsync(connection);
        await using var desk = new Desk(connection, demo: false);
        await desk.InScopeAsync(s => Baseline.EnsureAsync(s.GetRequiredService<ServiceDeskDbContext>(), desk.Clock, default));
    });

    private readonly string connection;
    private readonly bool demo;

    private Desk(string connection, bool demo = true) => (this.connection, this.demo) = (connection, demo);

    public ManualClock Clock { get; } = new();

    /// <summary>What this desk answered and the contract does not say.</summary>
    internal UndeclaredCodes Undeclared { get; } = new();

    public string ConnectionString => connection;

    /// <summary>Where this desk and its twins keep files; goes with the test run.</summary>
    public string DataDirectory => Path.Combine(TestDatabases.FilesFolder, new Npgsql.NpgsqlConnectionStringBuilder(connection).Database!);

    public static async Task<Desk> StartAsync() => new(await TestDatabases.NewDatabaseAsync(Template));

    /// <summary>A server on a database that was made otherwise: by a restore.</summary>
    public static Desk On(string connection) => new(connection);

    /// <summary>A server without demo accounts, on a database in which nobody is.</summary>
    public static async Task<Desk> StartBareAsync() => new(await TestDatabases.NewDatabaseAsync(Bare), demo: false);

    /// <summary>A second server on the same database, with its own clock.</summary>
    public Desk Twin() => new(connection, demo);

    public static string TokenOf(string userName) => "sd_test_" + userName;

    /// <summary>A client that calls as one of the demo people, by token.</summary>
    public ApiClient As(string userName)
    {
        var http = CreateClient(new WebApplicationFactoryClientOptions { HandleCookies = false });
        http.DefaultRequestHeaders.Authorization = new("Bearer", TokenOf(userName));
        return new ApiClient(http);
    }

    /// <summary>A client with a new token of anybody's, limited to the given permissions.</summary>
    public async Task<ApiClient> TokenFor(string userName, params string[] scopes)
    {
        var name = Guid.CreateVersion7().ToString("n");
        await Db(async db =>
        {
            var owner = db.Set<User>().Single(u => u.UserName == userName).Id;
            db.Add(new ApiToken { Id = Guid.CreateVersion7(), UserId = owner.Value, Name = "test", Scopes = scopes, Hash = SHA256.HashData(Encoding.ASCII.GetBytes(TokenOf(name))) });
            return await db.SaveChangesAsync();
        });
        return As(name);
    }

    /// <summary>A client that is nobody yet and keeps cookies.</summary>
    public ApiClient Nobody() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    /// <summary>A client that signed in with a password and may write.</summary>
    public async Task<ApiClient> SignIn(string userName, string password = DemoAccounts.Password, string? code = null)
    {
        var client = Nobody();
        var session = (await client.Post("session", new { userName, password, code })).Expect(System.Net.HttpStatusCode.OK);
        client.Http.DefaultRequestHeaders.Add("X-XSRF-TOKEN", session["antiforgeryToken"].GetString());
        return client;
    }

    /// <summary>Runs as the system in a scope of its own: workers' steps, set-up, looking into the database.</summary>
    public async Task InScopeAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Is(new SystemUser());
        await work(scope.ServiceProvider);
    }

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Is(new SystemUser());
        return await work(scope.ServiceProvider);
    }

    /// <summary>Looks into, or prepares, the database as the system.</summary>
    public Task<T> Db<T>(Func<ServiceDeskDbContext, Task<T>> work) => InScopeAsync(s => work(s.GetRequiredService<ServiceDeskDbContext>()));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:ServiceDesk", connection);
        builder.UseSetting(DataFolder.Variable, DataDirectory);
        builder.UseSetting("SERVICEDESK_DEMO", demo ? "true" : "false");
        builder.ConfigureLogging(l => l.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Error));
        builder.ConfigureServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(new DatabaseClock(Clock));
            services.PostConfigure<ProblemDetailsOptions>(Undeclared.Watch);
        });
    }
}
