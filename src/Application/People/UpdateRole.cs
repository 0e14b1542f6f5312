using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>Renames a role or changes what it permits. A built-in role keeps at least what it came with.</summary>
[Permission(Permissions.RolesManage)]
public sealed record UpdateRole(Guid Id, RolePatch Patch) : ICommand<RoleResponse>;

/// <summary>The members of a role that may be edited; absent leaves.</summary>
public sealed record RolePatch(Optional<LocalizedText> Name = default, Optional<IReadOnlyList<string>> Permissions = default);

internal sealed class UpdateRoleValidator : AbstractValidator<UpdateRole>
{
    public UpdateRoleValidator()
    {
        RuleFor(x => x.Patch.Name).Fit(PeopleRules.IsLabel, PeopleRules.LabelMessage).OverridePropertyName("name");
        RuleFor(x => x.Patch.Permissions).Fit(RoleRules.AllKnown, RoleRules.UnknownMessage).OverridePropertyName("permissions");
    }
}

internal sealed class UpdateRoleHandler(IServiceDeskDb db, IRequestConditions conditions, ICurrentUser user) : IRequestHandler<UpdateRole, RoleResponse>
{
    public async Task<RoleResponse> Handle(UpdateRole request, CancellationToken ct)
    {
        var (id, patch) = (new RoleId(request.Id), request.Patch);
        var role = await db.Set<Role>().ForCommandAsync(r => r.Id == id, "The role", new GetRole(request.Id), conditions, ct);
        var permissions = patch.Permissions.Or(role.Permissions)!;
        if (role.BuiltIn && BuiltInRoles.All.SingleOrDefault(r => r.Key == role.Key).Permissions?.Except(permissions).FirstOrDefault() is { } missing)
            throw RuleViolationException.Meaning("role.built_in_floor", $"A built-in role keeps what it came with: {missing} is missing.");

        role.Describe(patch.Name.Or(role.Name)!, permissions);
        await db.SaveChangesAsync(ct);
        return RoleResponse.Of(role, user.Language);
    }
}
