using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>Defines a role of one's own.</summary>
[Permission(Common.Permissions.RolesManage)]
public sealed record CreateRole(string Key, LocalizedText Name, IReadOnlyList<string> Permissions) : ICommand<RoleResponse>;

internal sealed class CreateRoleValidator : AbstractValidator<CreateRole>
{
    public CreateRoleValidator()
    {
        RuleFor(x => x.Key).Is(x => PeopleRules.IsKey(x) && x!.Length <= 64, "A key has 1 to 64 characters: letters, digits, '-', '_' and '.'.");
        RuleFor(x => x.Name).Is(PeopleRules.IsLabel, PeopleRules.LabelMessage);
        RuleFor(x => x.Permissions).Must(RoleRules.AllKnown).WithMessage(RoleRules.UnknownMessage);
    }
}

/// <summary>What may be in a role.</summary>
internal static class RoleRules
{
    public const string UnknownMessage = "There is a permission here that is not in GET /permissions.";

    private static readonly HashSet<string> Known = [.. Permissions.All];

    public static bool AllKnown(IReadOnlyList<string>? permissions) => permissions is not null && permissions.All(Known.Contains);
}

internal sealed class CreateRoleHandler(IServiceDeskDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<CreateRole, RoleResponse>
{
    public async Task<RoleResponse> Handle(CreateRole request, CancellationToken ct)
    {
        var role = Role.Define(request.Key, request.Name, request.Permissions.Distinct(), clock.GetUtcNow());
        db.Set<Role>().Add(role);
        await db.SaveChangesAsync(ct);
        return RoleResponse.Of(role, user.Language);
    }
}
