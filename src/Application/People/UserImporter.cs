using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Organisation;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>
/// Takes lines of a file of people in, a chunk at a time; the caller saves. Managers come in a second pass, as they may stand
/// further down. Answers are told through what the work returns, so that a chunk can be done again.
/// </summary>
public sealed class UserImporter(
    IServiceDeskDb db, IAccounts accounts, AccessRules rules, ISettingsReader settings, TimeProvider clock)
{
    private static readonly char[] Between = [';', '|'];

    /// <summary>The lines to take in; one without a user name, or with one that came before, is answered at once.</summary>
    public static IEnumerable<PersonRow> WithoutRepeats(IReadOnlyList<PersonRow> rows, IDictionary<int, ImportedRow> results)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            if (!PeopleRules.IsUserName(row.UserName))
                results[row.Line] = Rejected(row, LineReason.UserName);
            else if (!seen.TryAdd(row.UserName!, row.Line))
                results[row.Line] = Rejected(row, LineReason.Repeated(seen[row.UserName!]));
            else
                yield return row;
        }
    }

    /// <summary>The lines that were taken in and name a manager.</summary>
    public static IEnumerable<PersonRow> WithManager(IReadOnlyList<PersonRow> rows, IDictionary<int, ImportedRow> results) =>
        rows.Where(r => r.Manager is not null && results[r.Line].Outcome != ImportOutcome.Rejected);

    public async Task<Action> TakeInAsync(IReadOnlyList<PersonRow> chunk, IDictionary<int, ImportedRow> results, CancellationToken ct)
    {
        var known = await KnownAsync(chunk, ct);
        List<ImportedRow> answers = [];
        foreach (var row in chunk)
            answers.Add(await TakeInAsync(row, known, ct));
        return () => answers.ForEach(a => results[a.Row] = a);
    }

    public async Task<Action> SetManagersAsync(
        IReadOnlyList<PersonRow> chunk, IReadOnlyList<PersonRow> all, IDictionary<int, ImportedRow> results, CancellationToken ct)
    {
        var people = await PeopleAsync(chunk.Select(r => r.UserName!).Concat(chunk.Select(r => r.Manager!)), ct);
        // In a dry run those the file would make known are not there yet.
        var coming = all.Where(r => results[r.Line].Outcome == ImportOutcome.Created).Select(r => r.UserName!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var line = new ReportingLine(db, all.Where(r => r.Line < chunk[0].Line && r.Manager is not null && results[r.Line] is { Reason: null }));
        List<ImportedRow> answers = [];
        foreach (var row in chunk)
        {
            var (person, manager) = (people.GetValueOrDefault(row.UserName!), people.GetValueOrDefault(row.Manager!));
            var reason = manager is null && !coming.Contains(row.Manager!) ? LineReason.NoSuchManager(row.Manager!)
                : manager is { Active: false } or { IsService: true } && person?.ManagerId != manager.Id ? LineReason.ManagerGone(row.Manager!)
                : await line.ClosesCircleAsync(row, ct) ? LineReason.ManagerCircle
                : null;
            if (reason is null)
                line.Add(row);
            var former = results[row.Line];
            if (reason is not null)
                answers.Add(former.Because(reason));
            else if (person is null || manager is null || person.Edit(person.Details with { ManagerId = manager.Id }))
                answers.Add(former.Outcome == ImportOutcome.Unchanged ? former with { Outcome = ImportOutcome.Updated } : former);
        }

        return () => answers.ForEach(a => results[a.Row] = a);
    }

    private async Task<ImportedRow> TakeInAsync(PersonRow row, Known known, CancellationToken ct)
    {
        var person = known.People.GetValueOrDefault(row.UserName!);
        var held = person is null ? [] : known.Held[person.Id].ToHashSet();
        if (Refusal(row, person, known, held) is { } reason)
            return Rejected(row, reason);

        var isNew = person is null;
        person ??= User.Register(row.UserName!, row.Name!, row.Email, clock.GetUtcNow());
        if (isNew)
        {
            db.Users.Add(person);
            accounts.Prepare(person.Id, person.UserName, row.Email);
        }

        var email = person.Email;
        var changed = person.Edit(Details(row, person, isNew, known));
        if (!isNew && person.Email != email)
            await accounts.RenameAsync(person.Id, person.UserName, person.Email, ct);
        foreach (var team in Keys(row.Team).Select(k => known.Teams[k]).Where(t => t.Members.All(m => m.UserId != person.Id)))
        {
            team.Add(person.Id);
            changed = true;
        }

        foreach (var role in RolesOf(row, isNew).Select(k => known.Roles[k]).Where(r => !held.Contains(r.Id)))
        {
            db.Set<Grant>().Add(Grant.Give(person.Id, role.Id, clock.GetUtcNow()));
            changed = true;
        }

        return new ImportedRow(row.Line, row.UserName, isNew ? ImportOutcome.Created : changed ? ImportOutcome.Updated : ImportOutcome.Unchanged);
    }

    private LineReason? Refusal(PersonRow row, User? person, Known known, HashSet<RoleId> held)
    {
        var roles = RolesOf(row, person is null).ToList();
        return person is { IsService: true } ? LineReason.ServiceAccount
            : person is null && row.Name is null ? LineReason.Name
            : row.Name is not null && !PeopleRules.IsName(row.Name) ? LineReason.Name
            : !PeopleRules.IsEmail(row.Email) ? LineReason.Email
            : !PeopleRules.IsPhone(row.Phone) ? LineReason.Phone
            : row.Language is not null && !PeopleRules.IsLanguage(row.Language) ? LineReason.Language
            : row.TimeZone is not null && !PeopleRules.IsTimeZone(row.TimeZone) ? LineReason.TimeZone
            : row.Vip is not null && YesOrNo(row.Vip) is null ? LineReason.Vip
            : row.Site is not null && !known.Sites.ContainsKey(row.Site) ? LineReason.NoSite(row.Site)
            : row.Department is not null && !known.Departments.ContainsKey(row.Department) ? LineReason.NoDepartment(row.Department)
            : Keys(row.Team).FirstOrDefault(k => !known.Teams.ContainsKey(k)) is { } team ? LineReason.NoTeam(team)
            : roles.FirstOrDefault(k => !known.Roles.ContainsKey(k)) is { } unknown ? LineReason.NoRole(unknown)
            : roles.FirstOrDefault(k => !held.Contains(known.Roles[k].Id) && !rules.MayGive(known.Roles[k].Permissions)) is { } above
                ? LineReason.RoleNotYours(above)
            : null;
    }

    private static UserDetails Details(PersonRow row, User person, bool isNew, Known known)
    {
        var now = person.Details;
        return now with
        {
            Name = row.Name ?? now.Name,
            Email = row.Email ?? now.Email,
            Phone = row.Phone ?? now.Phone,
            Language = row.Language ?? (isNew ? known.Language : now.Language),
            TimeZone = row.TimeZone ?? (isNew ? known.TimeZone : now.TimeZone),
            Vip = YesOrNo(row.Vip) ?? now.Vip,
            SiteId = row.Site is null ? now.SiteId : known.Sites[row.Site],
            DepartmentId = row.Department is null ? now.DepartmentId : known.Departments[row.Department],
        };
    }

    private async Task<Known> KnownAsync(IReadOnlyList<PersonRow> chunk, CancellationToken ct)
    {
        var people = await PeopleAsync(chunk.Select(r => r.UserName!), ct);
        var ids = people.Values.Select(p => p.Id).ToList();
        var held = await db.Set<Grant>().AsNoTracking().Where(g => ids.Contains(g.UserId) && g.TeamId == null && g.SiteId == null).ToListAsync(ct);
        var (sites, departments, teams) = (Names(chunk, r => r.Site), Names(chunk, r => r.Department), chunk.SelectMany(r => Keys(r.Team)).Distinct().ToList());
        var organisation = await settings.GetAsync(ct);
        return new Known(
            people,
            held.ToLookup(g => g.UserId, g => g.RoleId),
            await db.Sites.AsNoTracking().Where(s => s.Active && sites.Contains(s.Name)).ToDictionaryAsync(s => s.Name, s => s.Id, ct),
            await db.Set<Department>().AsNoTracking().Where(d => d.Active && departments.Contains(d.Name)).ToDictionaryAsync(d => d.Name, d => d.Id, ct),
            await db.Teams.Include(t => t.Members).Where(t => t.Active && teams.Contains(t.Key)).ToDictionaryAsync(t => t.Key, ct),
            await db.Set<Role>().AsNoTracking().ToDictionaryAsync(r => r.Key, ct),
            organisation.Language,
            organisation.TimeZone);
    }

    private async Task<Dictionary<string, User>> PeopleAsync(IEnumerable<string> userNames, CancellationToken ct)
    {
        var wanted = userNames.Select(n => n.ToLowerInvariant()).Distinct().ToList();
#pragma warning disable CA1304, CA1311 // the database's lower(), for which there is an index
        var people = await db.Users.Where(u => wanted.Contains(u.UserName.ToLower())).ToListAsync(ct);
#pragma warning restore CA1304, CA1311
        return people.ToDictionary(u => u.UserName, StringComparer.OrdinalIgnoreCase);
    }

    private static List<string> Names(IReadOnlyList<PersonRow> chunk, Func<PersonRow, string?> cell) => [.. chunk.Select(cell).OfType<string>().Distinct()];

    private static IEnumerable<string> Keys(string? cell) =>
        (cell ?? "").Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct();

    private static IEnumerable<string> RolesOf(PersonRow row, bool isNew) => row.Role is null && isNew ? ["employee"] : Keys(row.Role);

    private static bool? YesOrNo(string? cell) => cell?.ToLowerInvariant() switch
    {
        "yes" or "true" or "1" or "oui" or "vrai" or "y" or "o" => true,
        "no" or "false" or "0" or "non" or "faux" or "n" => false,
        _ => null,
    };

    private static ImportedRow Rejected(PersonRow row, LineReason reason) => new ImportedRow(row.Line, row.UserName, ImportOutcome.Rejected).Because(reason);

    /// <summary>What the lines of a chunk name, as it stands.</summary>
    private sealed record Known(
        Dictionary<string, User> People,
        ILookup<UserId, RoleId> Held,
        Dictionary<string, SiteId> Sites,
        Dictionary<string, DepartmentId> Departments,
        Dictionary<string, Team> Teams,
        Dictionary<string, Role> Roles,
        string Language,
        string TimeZone);
}
