using System.Diagnostics;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Api.Telemetry;

/// <summary>One line per request: who (by id), what, how it ended and how long it took; never what was in it.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context, Caller caller)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            if (log.IsEnabled(LogLevel.Information) && context.Request.Path.StartsWithSegments("/api"))
            {
                var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
                var (took, trace) = (Stopwatch.GetElapsedTime(started).TotalMilliseconds, Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier);
                var who = caller.User.Id.Value;
                Answered(log, context.Request.Method, route, context.Response.StatusCode, took, who, trace);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} in {Milliseconds} ms for {UserId} ({TraceId})")]
    private static partial void Answered(ILogger log, string method, string route, int status, double milliseconds, Guid userId, string traceId);
}
