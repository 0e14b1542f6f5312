using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>Forms a team. Its key is a short stable word for imports and searches.</summary>
[Permission(Permissions.TeamsManage)]
public sealed record CreateTeam(string Key, LocalizedText Name, string? Description = null, Guid? LeadId = null, IReadOnlyList<Guid>? MemberIds = null)
    : ICommand<TeamResponse>;

internal sealed class CreateTeamValidator : AbstractValidator<CreateTeam>
{
    public CreateTeamValidator()
    {
        RuleFor(x => x.Key).Is(PeopleRules.IsKey, PeopleRules.KeyMessage);
        RuleFor(x => x.Name).Is(PeopleRules.IsLabel, PeopleRules.LabelMessage);
        RuleFor(x => x.Description).MaximumLength(PeopleRules.DescriptionMaxLength);
        RuleFor(x => x.MemberIds).Must(x => x is not { Count: > 500 }).WithMessage("At most 500 members at once.");
    }
}

internal sealed class CreateTeamHandler(IServiceDeskDb db, TeamReader reader, TimeProvider clock) : IRequestHandler<CreateTeam, TeamResponse>
{
    public async Task<TeamResponse> Handle(CreateTeam request, CancellationToken ct)
    {
        var members = (request.MemberIds ?? []).Concat(request.LeadId is { } lead ? [lead] : []).Distinct().Select(m => new UserId(m)).ToList();
        if (await db.Users.CountAsync(u => members.Contains(u.Id) && u.Active && !u.IsService, ct) != members.Count)
            throw RuleViolationException.Meaning("team.member_unknown", "memberIds or leadId names nobody who is active.");

        var team = Team.Form(request.Key, request.Name, clock.GetUtcNow());
        team.Describe(request.Name, request.Description);
        members.ForEach(team.Add);
        if (request.LeadId is { } id)
            team.LedBy(new UserId(id));
        db.Teams.Add(team);
        await db.SaveChangesAsync(ct);
        return await reader.GetAsync(team.Id, ct);
    }
}
