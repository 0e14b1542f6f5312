using Microsoft.EntityFrameworkCore;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Seeding;

/// <summary>The people, teams, sites and categories of the demo: the eight with accounts, and many invented ones without.</summary>
internal sealed class DemoCast
{
    private const int Requesters = 160;
    private const int TechniciansPerTeam = 4;

    private static readonly (string Key, string English, string French)[] MoreTeams =
    [
        ("workplace", "Workplace", "Poste de travail"), ("messaging", "Messaging", "Messagerie"), ("applications", "Business applications", "Applications métier"),
        ("infrastructure", "Servers and storage", "Serveurs et stockage"), ("security", "Security", "Sécurité"),
    ];

    private static readonly (string Name, string Address, string Zone)[] MoreSites =
    [
        ("Paris", "8 rue de Bercy, 75012 Paris", "Europe/Paris"), ("Nantes", "3 quai de la Fosse, 44000 Nantes", "Europe/Paris"),
        ("Lille", "21 rue Nationale, 59000 Lille", "Europe/Paris"), ("London", "40 Gracechurch Street, London EC3V", "Europe/London"),
        ("Brussels", "15 rue de la Loi, 1040 Bruxelles", "Europe/Brussels"),
    ];

    private readonly Dictionary<UserId, string> languages = [];
    private readonly Dictionary<UserId, SiteId?> places = [];
    private readonly Dictionary<string, UserId> named = [];
    private readonly Dictionary<string, TeamId> teams = [];
    private readonly Dictionary<SiteId, string> sites = [];
    private readonly Dictionary<string, List<UserId>> staff = [];
    private readonly Dictionary<string, CategoryId> categories = [];
    private readonly List<UserId> requesters = [];

    private DemoCast() { }

    public UserId Named(string userName) => named[userName];

    public TeamId Team(string key) => teams[key];

    public UserId Technician(string team, string by) => DemoChance.Pick(staff[team], by);

    public UserId Requester(string by) => DemoChance.Pick(requesters, by);

    /// <summary>All who work on incidents; what they say to a requester is a response.</summary>
    public IReadOnlySet<UserId> Staff => staff.Values.SelectMany(s => s).ToHashSet();

    public string LanguageOf(UserId person) => languages[person];

    public SiteId? PlaceOf(UserId person) => places[person];

    public string? SiteNameOf(UserId person) => places[person] is { } site ? sites[site] : null;

    public CategoryId Category(DemoTopic topic) => categories[topic.Key];

    /// <summary>Adds to the demo accounts what is not there, in the caller's transaction.</summary>
    public static async Task<DemoCast> EngageAsync(ServiceDeskDbContext db, DemoTexts texts, DateTimeOffset now, CancellationToken ct)
    {
        var cast = new DemoCast();
        await cast.MeetAsync(db, ct);
        var copy = new DemoCopy(db, ct);

        List<Site> newSites = [.. MoreSites.Select(s => Site.Open(s.Name, s.Address, s.Zone, now))];
        await copy.WriteAsync(newSites);
        foreach (var site in newSites)
            cast.sites[site.Id] = site.Name;

        List<Team> newTeams = [.. MoreTeams.Select(t => Domain.People.Team.Form(t.Key, new LocalizedText(t.English, t.French), now))];
        await copy.WriteAsync(newTeams);
        foreach (var team in newTeams)
            cast.teams[team.Key] = team.Id;

        var departments = await DemoDepartments.OpenAsync(copy, now);
        departments.LeadIt(cast.Named("sue"));
        await cast.EngagePeopleAsync(db, copy, texts, departments, now, ct);
        await cast.PlaceAsync(db, departments, ct);
        await cast.DefineAsync(copy, texts, now);
        return cast;
    }

    private async Task MeetAsync(ServiceDeskDbContext db, CancellationToken ct)
    {
        foreach (var (userName, _, language, _) in DemoAccounts.All)
        {
            var person = await db.Set<User>().AsNoTracking().Where(u => u.UserName == userName).Select(u => new { u.Id, u.SiteId }).SingleAsync(ct);
            (named[userName], languages[person.Id], places[person.Id]) = (person.Id, language, person.SiteId);
        }

        foreach (var site in await db.Sites.AsNoTracking().Select(s => new { s.Id, s.Name }).ToListAsync(ct))
            sites[site.Id] = site.Name;
        foreach (var team in await db.Teams.AsNoTracking().Select(t => new { t.Id, t.Key }).ToListAsync(ct))
            teams[team.Key] = team.Id;
        staff["service-desk"] = [named["tom"], named["tina"], named["tom"]];
        staff["network"] = [named["tina"]];
    }

    private async Task EngagePeopleAsync(ServiceDeskDbContext db, DemoCopy copy, DemoTexts texts, DemoDepartments departments, DateTimeOffset now, CancellationToken ct)
    {
        var technician = await db.Set<Role>().AsNoTracking().Where(r => r.Key == "technician").Select(r => r.Id).SingleAsync(ct);
        var employee = await db.Set<Role>().AsNoTracking().Where(r => r.Key == "employee").Select(r => r.Id).SingleAsync(ct);
        List<User> people = [];
        List<Grant> grants = [];
        List<(TeamId Team, UserId Person)> members = [];
        SiteId[] places = [.. sites.OrderBy(s => s.Value, StringComparer.Ordinal).Select(s => s.Key)];
        foreach (var team in teams.Keys.Order(StringComparer.Ordinal))
        {
            staff.TryAdd(team, []);
            for (var i = 0; i < TechniciansPerTeam - (team is "service-desk" or "network" ? 1 : 0); i++)
            {
                var person = Invent(texts, people.Count, places, now);
                departments.JoinIt(person, SiteNameOf(person.Id));
                people.Add(person);
                staff[team].Add(person.Id);
                members.Add((teams[team], person.Id));
                grants.Add(Grant.Give(person.Id, technician, now));
            }
        }

        for (var i = 0; i < Requesters; i++)
        {
            var person = Invent(texts, people.Count, places, now);
            departments.Join(person, SiteNameOf(person.Id));
            people.Add(person);
            requesters.Add(person.Id);
            grants.Add(Grant.Give(person.Id, employee, now));
        }

        await copy.WriteAsync(people);
        await copy.WriteAsync(grants);
        Guid[] teamIds = [.. members.Select(m => m.Team.Value)];
        Guid[] userIds = [.. members.Select(m => m.Person.Value)];
        await db.Database.ExecuteSqlAsync(
            $"insert into team_members (team_id, user_id) select t, u from unnest({teamIds}, {userIds}) as m(t, u) on conflict do nothing", ct);
        var leads = members.DistinctBy(m => m.Team).ToList();
        Guid[] ledIds = [.. leads.Select(m => m.Team.Value)];
        Guid[] leadIds = [.. leads.Select(m => m.Person.Value)];
        await db.Database.ExecuteSqlAsync(
            $"update teams set lead_id = u from unnest({ledIds}, {leadIds}) as l(t, u) where id = t and lead_id is null", ct);
    }

    // The accounts have a place in the organisation too: all but Alice in the IT.
    private async Task PlaceAsync(ServiceDeskDbContext db, DemoDepartments departments, CancellationToken ct)
    {
        var ids = named.Values.ToList();
        var people = await db.Set<User>().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.UserName, ct);
        foreach (var (userName, _, _, role) in DemoAccounts.All)
        {
            var person = people[userName];
            if (role == "employee")
                departments.Join(person, SiteNameOf(person.Id));
            else
                departments.JoinIt(person, SiteNameOf(person.Id));
        }

        await db.SaveChangesAsync(ct);
    }

    private User Invent(DemoTexts texts, int number, SiteId[] where, DateTimeOffset now)
    {
        var (first, family) = (texts.FirstNames[number % texts.FirstNames.Count], texts.FamilyNames[((number * 7) + (number / 120 * 13)) % texts.FamilyNames.Count]);
        var userName = Imports.ImportDirectory.Key(Plain($"{first}.{family}"));
        var person = User.Register(userName, $"{first} {family}", $"{userName}@example.org", now);
        var language = number % texts.FirstNames.Count < 20 ? "fr" : "en";
        person.Prefer(language, "Europe/Paris");
        person.Place(where[number % where.Length], null, null, vip: number % 41 == 0);
        (languages[person.Id], places[person.Id]) = (language, person.SiteId);
        return person;
    }

    private async Task DefineAsync(DemoCopy copy, DemoTexts texts, DateTimeOffset now)
    {
        List<Category> roots = [.. texts.Categories.Select(c => Domain.Catalog.Category.Define(c.Key, c.Name, null, now))];
        await copy.WriteAsync(roots);
        List<Category> leaves = [];
        foreach (var (category, root) in texts.Categories.Zip(roots))
            foreach (var topic in category.Topics)
            {
                leaves.Add(Domain.Catalog.Category.Define($"{category.Key}/{topic.Key}", topic.Name, root.Id, now));
                categories[topic.Key] = leaves[^1].Id;
            }

        await copy.WriteAsync(leaves);
    }

    // Addresses without accents.
    private static string Plain(string name) => string.Concat(name.Normalize(System.Text.NormalizationForm.FormD)
        .Where(c => char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark));
}
