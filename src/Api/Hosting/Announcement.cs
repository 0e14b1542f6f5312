namespace ServiceDesk.Api.Hosting;

/// <summary>Says where the product is, once it is there.</summary>
internal static class Announcement
{
    public static Task MakeAsync(WebApplication app)
    {
        foreach (var url in app.Urls)
            Console.WriteLine($"ServiceDesk is ready on {url}");
        return Task.CompletedTask;
    }
}
