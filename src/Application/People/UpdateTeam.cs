using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>Changes a team: a merge patch. A team with open tickets cannot be taken out of use.</summary>
[Permission(Permissions.TeamsManage)]
public sealed record UpdateTeam(Guid Id, TeamPatch Patch) : ICommand<TeamResponse>;

/// <summary>The members of a team that may be edited; absent leaves, null clears.</summary>
public sealed record TeamPatch(
    Optional<LocalizedText> Name = default, Optional<string> Description = default, Optional<Guid?> LeadId = default, Optional<bool> Active = default);

internal sealed class UpdateTeamValidator : AbstractValidator<UpdateTeam>
{
    public UpdateTeamValidator()
    {
        RuleFor(x => x.Patch.Name).Fit(PeopleRules.IsLabel, PeopleRules.LabelMessage).OverridePropertyName("name");
        RuleFor(x => x.Patch.Description)
            .Fit(x => x is not { Length: > PeopleRules.DescriptionMaxLength }, "A description has at most 1000 characters.").OverridePropertyName("description");
    }
}

internal sealed class UpdateTeamHandler(IServiceDeskDb db, IRequestConditions conditions, TeamReader reader) : IRequestHandler<UpdateTeam, TeamResponse>
{
    public async Task<TeamResponse> Handle(UpdateTeam request, CancellationToken ct)
    {
        var (id, patch) = (new TeamId(request.Id), request.Patch);
        var team = await db.Teams.Include(t => t.Members).ForCommandAsync(t => t.Id == id, "The team", new GetTeam(request.Id), conditions, ct);
        if (patch.Name.IsPresent || patch.Description.IsPresent)
            team.Describe(patch.Name.Or(team.Name)!, patch.Description.Or(team.Description));
        if (patch.LeadId.IsPresent)
            team.LedBy(patch.LeadId.Value is { } lead ? new UserId(lead) : null);
        if (patch.Active is { IsPresent: true, Value: var active } && active != team.Active)
            await SwitchAsync(team, active, ct);
        await db.SaveChangesAsync(ct);
        return await reader.GetAsync(id, ct);
    }

    private async Task SwitchAsync(Team team, bool active, CancellationToken ct)
    {
        if (active)
        {
            team.Reactivate();
            return;
        }

        if (await db.Tickets.EvenInvisible().OnlyOpen().AnyAsync(t => t.TeamId == team.Id, ct))
            throw new RuleViolationException("team.has_open_tickets", "The team has open tickets. Give them to another team first.");
        team.Deactivate();
        foreach (var person in await db.Users.Where(u => u.DefaultTeamId == team.Id).ToListAsync(ct))
            person.WorkFor(null);
    }
}
