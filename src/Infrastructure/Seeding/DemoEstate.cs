using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Configuration;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Infrastructure.Seeding;

/// <summary>What the demo's incidents are about: services, configuration items and tags, from seed/incidents.</summary>
internal sealed class DemoEstate
{
    private const string Laptop = "laptop";

    private readonly List<Thing> things = [];
    private readonly Dictionary<string, ServiceId> services = [];
    private readonly Dictionary<UserId, ConfigurationItemId?> laptops = [];
    private readonly List<(string Tag, string[] Words)> tags =
        [.. DemoTexts.Table("tags.txt").Select(line => (line[0], line[1].Split("; ")))];

    private DemoEstate() { }

    public static async Task<DemoEstate> BuildAsync(DemoCopy copy, DateTimeOffset now)
    {
        var estate = new DemoEstate();
        List<BusinessService> services = [];
        foreach (var line in DemoTexts.Table("services.txt"))
        {
            services.Add(BusinessService.Define(line[0], new LocalizedText(line[1], line[2]), now));
            foreach (var topic in line[3].Split(' '))
                estate.services.Add(topic, services[^1].Id);
        }

        List<ConfigurationItem> items = [];
        foreach (var line in DemoTexts.Table("items.txt"))
        {
            items.Add(ConfigurationItem.Register(line[0], line[1], now));
            estate.things.Add(new Thing(items[^1], line[2] == "-" ? null : line[2], line[3].Split(' ')));
        }

        await copy.WriteAsync(services);
        await copy.WriteAsync(items);
        return estate;
    }

    /// <summary>The service behind a topic. Some who open a ticket do not say.</summary>
    public ServiceId? Service(string topic, string by) =>
        DemoChance.Of(by + "service") % 14 > 0 && services.TryGetValue(topic, out var service) ? service : null;

    /// <summary>What was found to be behind it, for most: a thing at the requester's site or one that serves all; a laptop only when it is theirs.</summary>
    public ConfigurationItemId? Item(string topic, UserId requester, string? site, string by)
    {
        if (DemoChance.Of(by + "item") % 10 > 7)
            return null;

        Thing[] fitting = [.. things.Where(t => t.Topics.Contains(topic) && (t.Site is null || t.Site == site))];
        if (fitting is not [var first, ..])
            return null;

        return first.Item.Type == Laptop ? LaptopOf(requester, fitting) : DemoChance.Pick(fitting, by + "which").Item.Id;
    }

    /// <summary>Every tag that fits, but for those nobody took the time for.</summary>
    public IReadOnlyList<string> Tags(DemoProblem problem, string by)
    {
        var told = $"{problem.English.Title}. {problem.English.Description}";
        return
        [
            .. tags.Where(t => t.Words.Any(w => told.Contains(w, StringComparison.OrdinalIgnoreCase)) && DemoChance.Of(by + t.Tag) % 4 > 0).Select(t => t.Tag),
        ];
    }

    private ConfigurationItemId? LaptopOf(UserId requester, IEnumerable<Thing> ofTheSite)
    {
        if (!laptops.TryGetValue(requester, out var own))
            laptops[requester] = own = ofTheSite.FirstOrDefault(t => !laptops.ContainsValue(t.Item.Id))?.Item.Id;
        return own;
    }

    private sealed record Thing(ConfigurationItem Item, string? Site, string[] Topics);
}
