using ServiceDesk.Application.People;
using ServiceDesk.Infrastructure.Identity;
using ServiceDesk.Infrastructure.Seeding;

namespace ServiceDesk.Api.Hosting;

/// <summary>Says where the product is, once it is there, and how to begin when nobody administers it.</summary>
internal static class Announcement
{
    public static async Task MakeAsync(WebApplication app)
    {
        foreach (var url in app.Urls)
            Console.WriteLine($"ServiceDesk is ready on {url}");

        if (DemoData.IsOn(app.Configuration, app.Environment))
        {
            var names = string.Join(", ", DemoAccounts.All.Select(a => a.UserName));
            Console.WriteLine($"Demo accounts: {names}; the password of each is {DemoAccounts.Password}");
        }

        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Is(new SystemUser());
        if (await scope.ServiceProvider.GetRequiredService<ISetup>().IssueCodeAsync(default) is { } issued)
            Console.WriteLine($"Nobody administers it yet. Open /setup and enter this code within a day: {issued.Code}");
    }
}
