using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>
/// Forgets for good who somebody was who has left: names, addresses, account, sessions, tokens, and the key under which the audit
/// trail keeps their personal values. Tickets and the chain stay whole, under a pseudonym.
/// </summary>
[Permission(Permissions.UsersErase)]
public sealed record EraseUser(Guid Id) : ICommand<UserResponse>;

/// <summary>What is kept about a person outside their record.</summary>
public interface IPersonalRecords
{
    /// <summary>With the caller's save all of it goes.</summary>
    Task RemoveAsync(UserId user, CancellationToken ct);
}

internal sealed class EraseUserHandler(IServiceDeskDb db, IRequestConditions conditions, AccessRules rules, IPersonalRecords records, UserReader reader, TimeProvider clock)
    : IRequestHandler<EraseUser, UserResponse>
{
    public async Task<UserResponse> Handle(EraseUser request, CancellationToken ct)
    {
        var id = new UserId(request.Id);
        var person = await db.Users.ForCommandAsync(u => u.Id == id && !u.IsService, "The user", new GetUser(request.Id), conditions, ct);
        await rules.DemandMayTakeOverAsync(id, ct);

        person.Erase(clock.GetUtcNow());
        await records.RemoveAsync(id, ct);

        await db.SaveChangesAsync(ct);
        return await reader.GetAsync(id, ct);
    }
}
