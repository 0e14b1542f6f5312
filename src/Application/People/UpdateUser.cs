using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>Changes what is known about a person: a merge patch.</summary>
[Permission(Permissions.UsersManage)]
public sealed record UpdateUser(Guid Id, UserPatch Patch) : ICommand<UserResponse>;

/// <summary>The members of a person that may be edited; absent leaves, null clears.</summary>
public sealed record UserPatch(
    Optional<string> UserName = default, Optional<string> Name = default, Optional<string> Email = default, Optional<string> Phone = default,
    Optional<string> Language = default, Optional<string> TimeZone = default, Optional<Guid?> SiteId = default, Optional<Guid?> DepartmentId = default,
    Optional<Guid?> ManagerId = default, Optional<Guid?> DefaultTeamId = default, Optional<bool> Vip = default);

internal sealed class UserPatchValidator : AbstractValidator<UserPatch>
{
    public UserPatchValidator()
    {
        RuleFor(x => x.UserName).Fit(PeopleRules.IsUserName, PeopleRules.UserNameMessage);
        RuleFor(x => x.Name).Fit(PeopleRules.IsName, PeopleRules.NameMessage);
        RuleFor(x => x.Email).Fit(PeopleRules.IsEmail, PeopleRules.EmailMessage);
        RuleFor(x => x.Phone).Fit(PeopleRules.IsPhone, PeopleRules.PhoneMessage);
        RuleFor(x => x.Language).Fit(PeopleRules.IsLanguage, PeopleRules.LanguageMessage);
        RuleFor(x => x.TimeZone).Fit(PeopleRules.IsTimeZone, PeopleRules.TimeZoneMessage);
    }
}

internal sealed class UpdateUserValidator : AbstractValidator<UpdateUser>
{
    public UpdateUserValidator() => RuleFor(x => x.Patch).SetValidator(new UserPatchValidator()).OverridePropertyName("");
}

internal sealed class UpdateUserHandler(
    IServiceDeskDb db, UserChecks checks, AccessRules rules, IAccounts accounts, IRequestConditions conditions, UserReader reader)
    : IRequestHandler<UpdateUser, UserResponse>
{
    public async Task<UserResponse> Handle(UpdateUser request, CancellationToken ct)
    {
        var id = new UserId(request.Id);
        var person = await db.Users.ForCommandAsync(u => u.Id == id && !u.IsService, "The user", new GetUser(request.Id), conditions, ct);
        var (before, after) = (person.Details, Patched(person.Details, request.Patch));
        await checks.CheckAsync(id, before, after, ct);
        if (person.Edit(after) && (person.UserName != before.UserName || person.Email != before.Email))
        {
            await rules.DemandMayTakeOverAsync(id, ct);
            await accounts.RenameAsync(id, person.UserName, person.Email, ct);
        }

        await db.SaveChangesAsync(ct);
        return await reader.GetAsync(id, ct);
    }

    private static UserDetails Patched(UserDetails d, UserPatch p) => new(
        p.UserName.Or(d.UserName)!, p.Name.Or(d.Name)!, p.Email.Or(d.Email), p.Phone.Or(d.Phone), p.Language.Or(d.Language)!, p.TimeZone.Or(d.TimeZone)!)
    {
        SiteId = Typed(p.SiteId, d.SiteId),
        DepartmentId = Typed(p.DepartmentId, d.DepartmentId),
        ManagerId = Typed(p.ManagerId, d.ManagerId),
        DefaultTeamId = Typed(p.DefaultTeamId, d.DefaultTeamId),
        Vip = p.Vip.Or(d.Vip),
    };

    private static TId? Typed<TId>(Optional<Guid?> member, TId? current)
        where TId : struct, ITypedId<TId> => !member.IsPresent ? current : member.Value is { } value ? TId.From(value) : null;
}
