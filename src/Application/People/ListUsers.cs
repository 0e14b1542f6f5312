using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>
/// People by name. <c>q</c> is the beginning of a word of the name, of the user name or of the e-mail address, or at least three digits in a
/// row of the telephone number, however it is written.
/// </summary>
[Permission(Permissions.UsersRead)]
public sealed record ListUsers(
    string? Q = null, bool? Active = null, bool? Vip = null, Guid[]? Team = null, Guid[]? Site = null, Guid[]? Department = null, string[]? Role = null,
    bool Count = false, int Limit = Paging.DefaultLimit, string? Cursor = null) : IQuery<Page<UserRow>>;

internal sealed class ListUsersValidator : AbstractValidator<ListUsers>
{
    public ListUsersValidator()
    {
        RuleFor(x => x.Q).MaximumLength(200);
        RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
    }
}

internal sealed class ListUsersHandler(IServiceDeskDb db, ICurrentUser user) : IRequestHandler<ListUsers, Page<UserRow>>
{
    private const string Sort = "name";

    public async Task<Page<UserRow>> Handle(ListUsers request, CancellationToken ct)
    {
        var matching = Matching(request);
        var page = matching;
        if (Cursor.Parse(request.Cursor, Sort, 2) is { Values: [var name, var userName] })
            page = page.Where(u => EF.Functions.GreaterThan(ValueTuple.Create(u.Name, u.UserName), ValueTuple.Create(name, userName)));

        var rows = await Rows(page.OrderBy(u => u.Name).ThenBy(u => u.UserName).Take(request.Limit + 1)).ToListAsync(ct);
        var total = request.Count ? await matching.Take(Paging.CountCap + 1).CountAsync(ct) : (int?)null;
        var more = rows.Count > request.Limit;
        var items = more ? rows[..request.Limit] : rows;
        return new Page<UserRow>(items, more ? new Cursor(Sort, [items[^1].Name, items[^1].UserName]).ToString() : null)
        {
            Total = total is { } n ? Math.Min(n, Paging.CountCap) : null,
            TotalCapped = total > Paging.CountCap ? true : null,
        };
    }

    private IQueryable<User> Matching(ListUsers request)
    {
        var users = db.Users.AsNoTracking().Where(u => !u.IsService);
        if (request.Q?.Trim() is { Length: > 0 } q)
        {
            var begin = LikePattern.Escape(q) + "%";
            var word = "% " + begin;
            var digits = PhoneDigits.In(q);
            users = users.Where(u => EF.Functions.ILike(u.Name, begin, LikePattern.Mark) || EF.Functions.ILike(u.Name, word, LikePattern.Mark)
                || EF.Functions.ILike(u.UserName, begin, LikePattern.Mark) || (u.Email != null && EF.Functions.ILike(u.Email, begin, LikePattern.Mark))
                // A query of its own, so that it is answered from the index of numbers.
                || (digits != null && db.Users.Where(r => r.Phone != null && PhoneDigits.Has(r.Phone, digits)).Select(r => r.Id).Contains(u.Id)));
        }

        if (request.Active is { } active)
            users = users.Where(u => u.Active == active);
        if (request.Vip is { } vip)
            users = users.Where(u => u.Vip == vip);
        if (request.Team is { Length: > 0 } teams)
        {
            var ids = teams.Select(t => new TeamId(t)).ToList();
            users = users.Where(u => db.Set<TeamMember>().Any(m => m.UserId == u.Id && ids.Contains(m.TeamId)));
        }

        if (request.Site is { Length: > 0 } sites)
        {
            var ids = sites.Select(s => (SiteId?)new SiteId(s)).ToList();
            users = users.Where(u => ids.Contains(u.SiteId));
        }

        if (request.Department is { Length: > 0 } departments)
        {
            var ids = departments.Select(d => (DepartmentId?)new DepartmentId(d)).ToList();
            users = users.Where(u => ids.Contains(u.DepartmentId));
        }

        if (request.Role is { Length: > 0 } roles)
            users = users.Where(u => db.Set<Grant>().Any(g => g.UserId == u.Id && db.Set<Role>().Any(r => r.Id == g.RoleId && roles.Contains(r.Key))));
        return users;
    }

    private IQueryable<UserRow> Rows(IQueryable<User> users)
    {
        var french = user.Language == "fr";
        return users.Select(u => new UserRow(
            u.Id.Value,
            u.UserName,
            u.Name,
            u.Email,
            u.Phone,
            u.Language,
            db.Sites.Where(s => s.Id == u.SiteId).Select(s => new NamedRef(s.Id.Value, s.Name)).FirstOrDefault(),
            db.Set<Department>().Where(d => d.Id == u.DepartmentId).Select(d => new NamedRef(d.Id.Value, d.Name)).FirstOrDefault(),
            db.Teams.Where(t => t.Members.Any(m => m.UserId == u.Id)).OrderBy(t => t.Key)
                .Select(t => new NamedRef(t.Id.Value, (french ? t.Name.Fr ?? t.Name.En : t.Name.En ?? t.Name.Fr)!)).ToList(),
            db.Set<Role>().Where(r => db.Set<Grant>().Any(g => g.RoleId == r.Id && g.UserId == u.Id)).OrderBy(r => r.Key).Select(r => r.Key).ToList(),
            u.Vip,
            u.Active));
    }
}

/// <summary>Text of a person inside a LIKE pattern.</summary>
internal static class LikePattern
{
    public const string Mark = "!";

    public static string Escape(string text) => text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);
}
