using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Organisation;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>
/// Makes a person known. They hold the given roles (by key; none given: employee) and an account without a password, until a
/// reset link is used.
/// </summary>
[Permission(Permissions.UsersManage)]
public sealed record CreateUser(
    string UserName, string Name, string? Email = null, string? Phone = null, string? Language = null, string? TimeZone = null, Guid? SiteId = null,
    Guid? DepartmentId = null, Guid? ManagerId = null, Guid? DefaultTeamId = null, bool Vip = false, IReadOnlyList<Guid>? TeamIds = null,
    IReadOnlyList<string>? Roles = null) : ICommand<UserResponse>;

internal sealed class CreateUserValidator : AbstractValidator<CreateUser>
{
    public CreateUserValidator()
    {
        RuleFor(x => x.UserName).Is(PeopleRules.IsUserName, PeopleRules.UserNameMessage);
        RuleFor(x => x.Name).Is(PeopleRules.IsName, PeopleRules.NameMessage);
        RuleFor(x => x.Email).Is(PeopleRules.IsEmail, PeopleRules.EmailMessage);
        RuleFor(x => x.Phone).Is(PeopleRules.IsPhone, PeopleRules.PhoneMessage);
        RuleFor(x => x.Language).Is(x => x is null || PeopleRules.IsLanguage(x), PeopleRules.LanguageMessage);
        RuleFor(x => x.TimeZone).Is(x => x is null || PeopleRules.IsTimeZone(x), PeopleRules.TimeZoneMessage);
        RuleFor(x => x.TeamIds).Must(x => x is not { Count: > 50 }).WithMessage("At most 50 teams.");
        RuleFor(x => x.Roles).Must(x => x is not { Count: > 20 }).WithMessage("At most 20 roles.");
    }
}

internal sealed class CreateUserHandler(
    IServiceDeskDb db, UserChecks checks, AccessRules rules, IAccounts accounts, ISettingsReader settings, UserReader reader, TimeProvider clock)
    : IRequestHandler<CreateUser, UserResponse>
{
    public async Task<UserResponse> Handle(CreateUser request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var organisation = await settings.GetAsync(ct);
        var person = User.Register(request.UserName, request.Name, request.Email, now);
        var details = new UserDetails(
            request.UserName, request.Name, request.Email, request.Phone, request.Language ?? organisation.Language, request.TimeZone ?? organisation.TimeZone)
        {
            SiteId = Typed<SiteId>(request.SiteId),
            DepartmentId = Typed<DepartmentId>(request.DepartmentId),
            ManagerId = Typed<UserId>(request.ManagerId),
            DefaultTeamId = Typed<TeamId>(request.DefaultTeamId),
            Vip = request.Vip,
        };
        var teams = await TeamsAsync(request, ct);
        await checks.CheckAsync(null, person.Details, details, ct);
        person.Edit(details);
        db.Users.Add(person);
        foreach (var role in await RolesAsync(request.Roles is { Count: > 0 } asked ? asked : ["employee"], ct))
            db.Set<Grant>().Add(Grant.Give(person.Id, role.Id, now));
        await accounts.AddAsync(person.Id, person.UserName, person.Email, ct);
        foreach (var team in teams)
            team.Add(person.Id);
        await db.SaveChangesAsync(ct);
        return await reader.GetAsync(person.Id, ct);
    }

    private async Task<List<Team>> TeamsAsync(CreateUser request, CancellationToken ct)
    {
        var wanted = (request.TeamIds ?? []).Concat(request.DefaultTeamId is { } own ? [own] : []).Distinct().Select(t => new TeamId(t)).ToList();
        var teams = await db.Teams.Include(t => t.Members).Where(t => wanted.Contains(t.Id) && t.Active).ToListAsync(ct);
        return teams.Count == wanted.Count ? teams : throw RuleViolationException.Meaning("team.unknown", "teamIds names a team that is not there or not active.");
    }

    private async Task<List<Role>> RolesAsync(IReadOnlyList<string> keys, CancellationToken ct)
    {
        var wanted = keys.Distinct().ToList();
        var roles = await db.Set<Role>().Where(r => wanted.Contains(r.Key)).ToListAsync(ct);
        if (roles.Count != wanted.Count)
            throw RuleViolationException.Meaning("role.unknown", "roles names a role that is not there.");

        roles.ForEach(r => rules.DemandMayGive(r));
        return roles;
    }

    private static TId? Typed<TId>(Guid? value)
        where TId : struct, ITypedId<TId> => value is { } v ? TId.From(v) : null;
}
