using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Incidents;

namespace ServiceDesk.Application.Incidents;

/// <summary>What an incident is linked to, both as the first and as the second end; tickets the caller may not see are not there.</summary>
[Permission(Permissions.IncidentsRead)]
public sealed record ListIncidentLinks(TicketKey Incident) : IQuery<Page<LinkResponse>>;

internal sealed class ListIncidentLinksHandler(ConversationScope scope, LinkReader links) : IRequestHandler<ListIncidentLinks, Page<LinkResponse>>
{
    public async Task<Page<LinkResponse>> Handle(ListIncidentLinks request, CancellationToken ct) =>
        new(await links.ListAsync(await scope.IdAsync<Incident>(request.Incident, ct), ct), null);
}
