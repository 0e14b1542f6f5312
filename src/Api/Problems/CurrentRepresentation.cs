using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;

namespace ServiceDesk.Api.Problems;

/// <summary>Gives who lost a race what is current now and who changed what since, so that a client can merge.</summary>
internal static class CurrentRepresentation
{
    public static async Task AddAsync(ProblemDetails problem, PreconditionFailedException stale, HttpContext http, CancellationToken ct)
    {
        var sender = http.RequestServices.GetRequiredService<ISender>();
        http.RequestServices.GetRequiredService<IServiceDeskDb>().ForgetChanges();
        var current = await stale.Current(sender, ct);
        http.Response.Headers.ETag = $"\"{(current as IVersioned)?.Version ?? stale.Version}\"";
        problem.Extensions["current"] = current;
        problem.Extensions["changes"] = await stale.Changes(sender, ct);
    }
}
