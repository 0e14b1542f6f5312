using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.People;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Seeding;

/// <summary>The eight people of the demo, one for each kind of user, and the two teams they work in. Never in production.</summary>
public sealed class DemoAccounts(ServiceDeskDbContext db, IAccounts accounts, TimeProvider clock)
{
    public const string Password = "ServiceDesk!demo";

    /// <summary>User name, name, language and role.</summary>
    public static readonly IReadOnlyList<(string UserName, string Name, string Language, string Role)> All =
    [
        ("alice", "Alice Martin", "en", "employee"),
        ("tom", "Tom Becker", "en", "technician"),
        ("tina", "Tina Moreau", "fr", "technician"),
        ("dan", "Dan Keller", "en", "dispatcher"),
        ("sue", "Sue Laurent", "en", "supervisor"),
        ("carl", "Carl Dubois", "fr", "changeManager"),
        ("paula", "Paula Rossi", "en", "estateManager"),
        ("admin", "Ada Admin", "en", "administrator"),
    ];

    public async Task EnsureAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.Set<User>().AnyAsync(u => u.UserName == "alice", ct))
            return;

        var site = Site.Open("Lyon", "12 rue de la République, 69002 Lyon", "Europe/Paris", now);
        var desk = Team.Form("service-desk", new LocalizedText("Service Desk", "Centre de services"), now);
        var network = Team.Form("network", new LocalizedText("Network", "Réseau"), now);
        db.AddRange(site, desk, network);
        var people = All.ToDictionary(a => a.UserName, a => User.Register(a.UserName, a.Name, $"{a.UserName}@example.org", now));
        foreach (var (userName, _, language, _) in All)
        {
            people[userName].Prefer(language, "Europe/Paris");
            people[userName].Place(site.Id, null, null, vip: false);
        }

        db.AddRange(people.Values);
        await db.SaveChangesAsync(ct);

        foreach (var member in new[] { "tom", "tina", "dan", "sue" })
            desk.Add(people[member].Id);
        network.Add(people["tina"].Id);
        desk.LedBy(people["dan"].Id);
        network.LedBy(people["tina"].Id);
        people["tom"].WorkFor(desk.Id);
        people["tina"].WorkFor(desk.Id);
        var roles = await db.Set<Role>().ToDictionaryAsync(r => r.Key, ct);
        foreach (var (userName, _, _, role) in All)
            db.Add(Grant.Give(people[userName].Id, roles[role].Id, now));
        await db.SaveChangesAsync(ct);

        foreach (var person in people.Values)
            await accounts.CreateAsync(person.Id, person.UserName, person.Email, Password, ct);
    }
}
