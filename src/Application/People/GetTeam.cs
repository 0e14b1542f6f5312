using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>One team with its members.</summary>
[Permission(Permissions.UsersRead)]
public sealed record GetTeam(Guid Id) : IQuery<TeamResponse>;

internal sealed class GetTeamHandler(TeamReader reader) : IRequestHandler<GetTeam, TeamResponse>
{
    public Task<TeamResponse> Handle(GetTeam request, CancellationToken ct) => reader.GetAsync(new TeamId(request.Id), ct);
}
