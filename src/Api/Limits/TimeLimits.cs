using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Api.Problems;

namespace ServiceDesk.Api.Limits;

/// <summary>How long a request may take before its caller is told to try again; streams and uploads say otherwise at their endpoint.</summary>
internal static class TimeLimits
{
    public static readonly TimeSpan Request = TimeSpan.FromSeconds(60);

    /// <summary>For a body that comes over a slow line.</summary>
    public static readonly TimeSpan Upload = TimeSpan.FromMinutes(30);

    public static IServiceCollection AddTimeLimits(this IServiceCollection services) => services.AddRequestTimeouts(o => o.DefaultPolicy = new RequestTimeoutPolicy
    {
        Timeout = Request,
        TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        WriteTimeoutResponse = AnswerAsync,
    });

    private static Task AnswerAsync(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "5";
        return http.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new ProblemDetailsContext
        {
            HttpContext = http,
            ProblemDetails = new ProblemDetails
            {
                Status = StatusCodes.Status503ServiceUnavailable,
                Title = "It took too long.",
                Detail = "Try again in a few seconds, or ask for less.",
                Extensions = { ["code"] = ProblemCodes.TimedOut },
            },
        }).AsTask();
    }
}
