using ServiceDesk.Api.Problems;
using ServiceDesk.Infrastructure.Workers;

namespace ServiceDesk.Api.Hosting;

/// <summary>While the server starts, only its health can be asked for; everything else is 503 <c>server.starting</c>.</summary>
internal sealed class StartGateMiddleware(RequestDelegate next, StartGate gate)
{
    public Task InvokeAsync(HttpContext context) =>
        gate.IsOpen || context.Request.Path.StartsWithSegments("/health") ? next(context) : throw new StartingException();
}
