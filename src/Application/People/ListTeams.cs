using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>Teams by key. <c>q</c> is the beginning of the key or of a name; <c>member</c> a person in it.</summary>
[Permission(Permissions.UsersRead)]
public sealed record ListTeams(string? Q = null, bool? Active = null, Guid? Member = null, int Limit = Paging.DefaultLimit, string? Cursor = null)
    : IQuery<Page<TeamRow>>;

internal sealed class ListTeamsValidator : AbstractValidator<ListTeams>
{
    public ListTeamsValidator()
    {
        RuleFor(x => x.Q).MaximumLength(200);
        RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
    }
}

internal sealed class ListTeamsHandler(IServiceDeskDb db, ICurrentUser user) : IRequestHandler<ListTeams, Page<TeamRow>>
{
    private const string Sort = "key";

    public async Task<Page<TeamRow>> Handle(ListTeams request, CancellationToken ct)
    {
        var teams = db.Teams.AsNoTracking();
        if (request.Active is { } active)
            teams = teams.Where(t => t.Active == active);
        if (request.Member is { } member)
        {
            var id = new UserId(member);
            teams = teams.Where(t => t.Members.Any(m => m.UserId == id));
        }

        if (request.Q?.Trim() is { Length: > 0 } q)
        {
            var begin = LikePattern.Escape(q) + "%";
            teams = teams.Where(t => EF.Functions.ILike(t.Key, begin, LikePattern.Mark) || EF.Functions.ILike(t.Name.En!, begin, LikePattern.Mark)
                || EF.Functions.ILike(t.Name.Fr!, begin, LikePattern.Mark));
        }

        if (Cursor.Parse(request.Cursor, Sort, 1) is { Values: [var after] })
            teams = teams.Where(t => string.Compare(t.Key, after) > 0);
        var rows = await teams.OrderBy(t => t.Key).Take(request.Limit + 1).Select(t => new
        {
            Team = t,
            Lead = db.Users.Where(u => u.Id == t.LeadId).Select(u => new PersonRef(u.Id.Value, u.Name)).FirstOrDefault(),
            Count = t.Members.Count,
        }).ToListAsync(ct);
        var items = rows.Take(request.Limit).Select(r => new TeamRow(
            r.Team.Id.Value, r.Team.Key, r.Team.Name.In(user.Language), r.Team.Name, r.Team.Description, r.Lead, r.Team.Active, r.Count)).ToList();
        return new Page<TeamRow>(items, rows.Count > request.Limit ? new Cursor(Sort, [items[^1].Key]).ToString() : null);
    }
}
