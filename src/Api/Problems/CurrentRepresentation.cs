using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Incidents;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Api.Problems;

/// <summary>Gives who lost a race what is current now and who changed what since, so that a client can merge.</summary>
internal static class CurrentRepresentation
{
    public static async Task AddAsync(ProblemDetails problem, PreconditionFailedException stale, HttpContext http, CancellationToken ct)
    {
        http.Response.Headers.ETag = $"\"{stale.Version}\"";
        if (stale.Resource != nameof(Practice.Incident))
            return;

        var services = http.RequestServices;
        services.GetRequiredService<IServiceDeskDb>().ForgetChanges();
        var incident = await services.GetRequiredService<ISender>().Send(new GetIncident(TicketKey.Of(new TicketId(stale.Id))), ct);
        problem.Extensions["current"] = incident;
        http.Response.Headers.ETag = $"\"{incident.Version}\"";
        problem.Extensions["changes"] = await services.GetRequiredService<ISender>().Send(new ListChangesSince(stale.Id, stale.Known), ct);
    }
}
