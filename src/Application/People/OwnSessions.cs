using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.People;

/// <summary>Where the caller is signed in.</summary>
[Permission(Permissions.SignedIn)]
public sealed record ListSessions : IQuery<Page<SessionRow>>;

/// <summary>Ends one of the caller's sessions.</summary>
[Permission(Permissions.SignedIn)]
public sealed record EndSession(Guid Id) : ICommand<Unit>;

/// <summary>Ends all of the caller's sessions but the one that calls.</summary>
[Permission(Permissions.SignedIn)]
public sealed record EndOtherSessions : ICommand<Unit>;

internal sealed class SessionHandlers(ISessions sessions)
    : IRequestHandler<ListSessions, Page<SessionRow>>, IRequestHandler<EndSession, Unit>, IRequestHandler<EndOtherSessions, Unit>
{
    public Task<Page<SessionRow>> Handle(ListSessions request, CancellationToken ct) => sessions.ListAsync(ct);

    public async Task<Unit> Handle(EndSession request, CancellationToken ct)
    {
        await sessions.EndAsync(request.Id, ct);
        return Unit.Value;
    }

    public async Task<Unit> Handle(EndOtherSessions request, CancellationToken ct)
    {
        await sessions.EndOthersAsync(ct);
        return Unit.Value;
    }
}
