using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>Somebody is back: they sign in as before, with new sessions and tokens.</summary>
[Permission(Permissions.UsersManage)]
public sealed record ReactivateUser(Guid Id) : ICommand<UserResponse>;

internal sealed class ReactivateUserHandler(IServiceDeskDb db, IRequestConditions conditions, AccessRules rules, UserReader reader)
    : IRequestHandler<ReactivateUser, UserResponse>
{
    public async Task<UserResponse> Handle(ReactivateUser request, CancellationToken ct)
    {
        var id = new UserId(request.Id);
        var person = await db.Users.ForCommandAsync(u => u.Id == id && !u.IsService, "The user", new GetUser(request.Id), conditions, ct);
        if (person.Active)
            throw new RuleViolationException("user.active", "This person is active.");

        await rules.DemandMayTakeOverAsync(id, ct);
        person.Reactivate();
        await db.SaveChangesAsync(ct);
        return await reader.GetAsync(id, ct);
    }
}
