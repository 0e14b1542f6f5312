using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Configuration;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Tickets;

/// <summary>
/// Events hold ids and never names (ruling 31); this finds the names a reader needs beside them, in their language. A ticket
/// they may not see has none.
/// </summary>
public sealed class NamesInDetails(IServiceDeskDb db, ICurrentUser user)
{
    public async Task<Dictionary<Guid, string>> FindAsync(IEnumerable<JsonElement> details, CancellationToken ct)
    {
        HashSet<Guid> wanted = [];
        foreach (var element in details)
            Collect(element, wanted);

        var names = new Dictionary<Guid, string>();
        await AddAsync(Users, wanted, names, ct);
        await AddAsync(Teams, wanted, names, ct);
        await AddAsync(Tickets, wanted, names, ct);
        await AddAsync(Services, wanted, names, ct);
        await AddAsync(Categories, wanted, names, ct);
        await AddAsync(Sites, wanted, names, ct);
        await AddAsync(Items, wanted, names, ct);
        return names;
    }

    /// <summary>The ids one event names.</summary>
    public static IReadOnlyList<Guid> In(JsonElement details)
    {
        HashSet<Guid> found = [];
        Collect(details, found);
        return [.. found];
    }

    private static void Collect(JsonElement element, HashSet<Guid> into)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject().Where(m => m.Name is not ("comment" or "attachment")))
                Collect(member.Value, into);
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Collect(item, into);
        }
        else if (element.ValueKind == JsonValueKind.String && element.TryGetGuid(out var id))
        {
            into.Add(id);
        }
    }

    // Each kind is asked only for what the ones before did not know.
    private static async Task AddAsync(
        Func<List<Guid>, IQueryable<Named>> kind, HashSet<Guid> wanted, Dictionary<Guid, string> names, CancellationToken ct)
    {
        if (wanted.Count == 0)
            return;

        foreach (var found in await kind([.. wanted]).ToListAsync(ct))
        {
            names[found.Id] = found.Name;
            wanted.Remove(found.Id);
        }
    }

    private bool French => user.Language == "fr";

    private IQueryable<Named> Users(List<Guid> ids)
    {
        var typed = ids.ConvertAll(i => new UserId(i));
        return db.Users.Where(x => typed.Contains(x.Id)).Select(x => new Named(x.Id.Value, x.Name));
    }

    private IQueryable<Named> Teams(List<Guid> ids)
    {
        var (typed, french) = (ids.ConvertAll(i => new TeamId(i)), French);
        return db.Teams.Where(x => typed.Contains(x.Id)).Select(x => new Named(x.Id.Value, (french ? x.Name.Fr ?? x.Name.En : x.Name.En ?? x.Name.Fr)!));
    }

    private IQueryable<Named> Tickets(List<Guid> ids)
    {
        var typed = ids.ConvertAll(i => new TicketId(i));
        return db.Tickets.Where(x => typed.Contains(x.Id)).Select(x => new Named(x.Id.Value, x.Reference));
    }

    private IQueryable<Named> Services(List<Guid> ids)
    {
        var (typed, french) = (ids.ConvertAll(i => new ServiceId(i)), French);
        return db.Services.Where(x => typed.Contains(x.Id)).Select(x => new Named(x.Id.Value, (french ? x.Name.Fr ?? x.Name.En : x.Name.En ?? x.Name.Fr)!));
    }

    private IQueryable<Named> Categories(List<Guid> ids)
    {
        var (typed, french) = (ids.ConvertAll(i => new CategoryId(i)), French);
        return db.Categories.Where(x => typed.Contains(x.Id)).Select(x => new Named(x.Id.Value, (french ? x.Name.Fr ?? x.Name.En : x.Name.En ?? x.Name.Fr)!));
    }

    private IQueryable<Named> Sites(List<Guid> ids)
    {
        var typed = ids.ConvertAll(i => new SiteId(i));
        return db.Sites.Where(x => typed.Contains(x.Id)).Select(x => new Named(x.Id.Value, x.Name));
    }

    private IQueryable<Named> Items(List<Guid> ids)
    {
        var typed = ids.ConvertAll(i => new ConfigurationItemId(i));
        return db.Set<ConfigurationItem>().Where(x => typed.Contains(x.Id)).Select(x => new Named(x.Id.Value, x.Name));
    }

    private sealed record Named(Guid Id, string Name);
}
