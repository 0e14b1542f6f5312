using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>One person. Without users.read only oneself.</summary>
[Permission(Permissions.SignedIn, ForAnyToken = true)]
public sealed record GetUser(Guid Id) : IQuery<UserResponse>;

internal sealed class GetUserHandler(UserReader reader, ICurrentUser user) : IRequestHandler<GetUser, UserResponse>
{
    public Task<UserResponse> Handle(GetUser request, CancellationToken ct) =>
        request.Id == user.Id.Value || user.May(Permissions.UsersRead)
            ? reader.GetAsync(new UserId(request.Id), ct)
            : throw new NotFoundException("The user");
}
