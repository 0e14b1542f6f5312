using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Imports;

/// <summary>
/// People, teams, categories and sites by the names a file gives them. What is not there yet is created in the batch's transaction: people
/// without an account or a role, teams with the members the file shows them to have.
/// </summary>
internal sealed class ImportDirectory(ServiceDeskDbContext db, TimeProvider clock)
{
    private readonly Dictionary<string, UserId> people = [];
    private readonly Dictionary<string, TeamId> teams = [];
    private readonly Dictionary<string, CategoryId> categories = [];
    private readonly Dictionary<string, SiteId> sites = [];
    private readonly HashSet<(TeamId, UserId)> members = [];

    public UserId Person(string name) => people[Key(name)];

    public TeamId? Team(string? name) => name is null ? null : teams[Key(name)];

    public SiteId? Site(string? name) => name is null ? null : sites[Plain(name)];

    public CategoryId? Category(string? name, string? child) => name is null ? null : categories[CategoryKey(name, child)];

    public async Task LearnPeopleAsync(IEnumerable<string> names, CancellationToken ct)
    {
        var wanted = Unknown(names, people, Key);
        if (wanted.Count == 0)
            return;

        string[] keys = [.. wanted.Keys];
        foreach (var user in await db.Set<User>().FromSql($"select * from users where lower(user_name) = any({keys})").AsNoTracking()
            .Select(u => new { u.Id, u.UserName }).ToListAsync(ct))
            people[user.UserName.ToLowerInvariant()] = user.Id;

        var now = clock.GetUtcNow();
        List<User> added = [.. wanted.Where(w => !people.ContainsKey(w.Key)).Select(w => User.Register(w.Key, w.Value, null, now))];
        await CopyAsync(added, ct);
        foreach (var user in added)
            people[user.UserName] = user.Id;
    }

    public async Task LearnTeamsAsync(IEnumerable<string> names, CancellationToken ct)
    {
        var wanted = Unknown(names, teams, Key);
        if (wanted.Count == 0)
            return;

        string[] keys = [.. wanted.Keys];
        foreach (var team in await db.Teams.AsNoTracking().Where(t => keys.Contains(t.Key)).Select(t => new { t.Id, t.Key }).ToListAsync(ct))
            teams[team.Key] = team.Id;

        var now = clock.GetUtcNow();
        List<Team> added = [.. wanted.Where(w => !teams.ContainsKey(w.Key)).Select(w => Domain.People.Team.Form(w.Key, LocalizedText.Both(w.Value), now))];
        await CopyAsync(added, ct);
        foreach (var team in added)
            teams[team.Key] = team.Id;
    }

    public async Task LearnSitesAsync(IEnumerable<string> names, string zone, CancellationToken ct)
    {
        var wanted = Unknown(names, sites, Plain);
        if (wanted.Count == 0)
            return;

        string[] keys = [.. wanted.Keys];
        foreach (var site in await db.Sites.AsNoTracking().Where(s => keys.Contains(s.Name)).Select(s => new { s.Id, s.Name }).ToListAsync(ct))
            sites[site.Name] = site.Id;

        var now = clock.GetUtcNow();
        List<Site> added = [.. wanted.Where(w => !sites.ContainsKey(w.Key)).Select(w => Domain.People.Site.Open(w.Value, null, zone, now))];
        await CopyAsync(added, ct);
        foreach (var site in added)
            sites[site.Name] = site.Id;
    }

    /// <summary>Two levels: the category and what it is divided into.</summary>
    public async Task LearnCategoriesAsync(IEnumerable<(string Name, string? Child)> names, CancellationToken ct)
    {
        List<(string Name, string? Child)> pairs = [.. names];
        await LearnCategoriesAsync(pairs.Select(p => (p.Name, Child: (string?)null)).Distinct().ToList(), parents: true, ct);
        await LearnCategoriesAsync(pairs.Where(p => p.Child is not null).Distinct().ToList(), parents: false, ct);
    }

    /// <summary>Those whom the file shows to work in a team belong to it.</summary>
    public async Task JoinAsync(IEnumerable<(TeamId Team, UserId Person)> seen, CancellationToken ct)
    {
        List<(TeamId Team, UserId Person)> added = [.. seen.Distinct().Where(m => !members.Contains(m))];
        if (added.Count == 0)
            return;

        Guid[] teamIds = [.. added.Select(m => m.Team.Value)];
        Guid[] userIds = [.. added.Select(m => m.Person.Value)];
        await db.Database.ExecuteSqlAsync(
            $"insert into team_members (team_id, user_id) select t, u from unnest({teamIds}, {userIds}) as m(t, u) on conflict do nothing", ct);
        members.UnionWith(added);
    }

    private async Task LearnCategoriesAsync(List<(string Name, string? Child)> pairs, bool parents, CancellationToken ct)
    {
        var wanted = pairs.Select(p => (Key: CategoryKey(p.Name, p.Child), p.Name, p.Child))
            .Where(p => !categories.ContainsKey(p.Key)).DistinctBy(p => p.Key).ToList();
        if (wanted.Count == 0)
            return;

        string[] keys = [.. wanted.Select(w => w.Key)];
        foreach (var category in await db.Categories.AsNoTracking().Where(c => keys.Contains(c.Key)).Select(c => new { c.Id, c.Key }).ToListAsync(ct))
            categories[category.Key] = category.Id;

        var now = clock.GetUtcNow();
        List<Category> added =
        [
            .. wanted.Where(w => !categories.ContainsKey(w.Key)).Select(w => Domain.Catalog.Category.Define(
                w.Key, LocalizedText.Both(Plain(w.Child ?? w.Name)), parents ? null : categories[CategoryKey(w.Name, null)], now)),
        ];
        await CopyAsync(added, ct);
        foreach (var category in added)
            categories[category.Key] = category.Id;
    }

    private Task CopyAsync<T>(List<T> added, CancellationToken ct)
        where T : class => BulkCopy.WriteAsync((NpgsqlConnection)db.Database.GetDbConnection(), db.Model, added, ct);

    private static Dictionary<string, string> Unknown<T>(IEnumerable<string> names, Dictionary<string, T> known, Func<string, string> key)
    {
        var unknown = new Dictionary<string, string>();
        foreach (var name in names)
        {
            if (key(name) is var k && !known.ContainsKey(k))
                unknown.TryAdd(k, Plain(name));
        }

        return unknown;
    }

    private static string CategoryKey(string name, string? child) => child is null ? Key(name) : Cut(Key(name) + "/" + Key(child), 100);

    /// <summary>"Opened by  8" → "Opened by 8".</summary>
    internal static string Plain(string name) => string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>"Opened by  8" → "opened-by-8".</summary>
    internal static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var letter in name.ToLower(CultureInfo.InvariantCulture))
        {
            if (char.IsLetterOrDigit(letter) || letter is '.' or '@' or '_')
                key.Append(letter);
            else if (key.Length > 0 && key[^1] != '-')
                key.Append('-');
        }

        return Cut(key.ToString().Trim('-') is { Length: > 0 } k ? k : "unnamed", 100);
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
