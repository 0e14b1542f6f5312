using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using ServiceDesk.Api.Problems;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Api.Limits;

/// <summary>
/// How much one caller may ask for, per server; configuration section RateLimits (RateLimits__PerSecond=1000). 0 per second: no limit.
/// </summary>
internal sealed record RateLimits
{
    public const string Section = "RateLimits";

    /// <summary>Requests a caller may keep up; who is not signed in counts by address.</summary>
    public int PerSecond { get; init; } = 500;

    /// <summary>Requests a caller may send at once after a rest.</summary>
    public int Burst { get; init; } = 2_000;

    /// <summary>Sign-ins an address may keep up; a whole site may share one.</summary>
    public int SignInsPerMinute { get; init; } = 120;
    public int SignInBurst { get; init; } = 300;

    public bool IsValid => PerSecond >= 0 && SignInsPerMinute >= 0 && (PerSecond == 0 || Burst > 0) && (SignInsPerMinute == 0 || SignInBurst > 0);
}

/// <summary>Token buckets by caller, and by address where passwords are tried.</summary>
internal static class RateLimiting
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddOptions<RateLimits>().BindConfiguration(RateLimits.Section)
            .Validate(l => l.IsValid, $"{RateLimits.Section}: rates are 0 (no limit) or more, bursts at least 1.").ValidateOnStart();
        services.AddRateLimiter(_ => { });
        services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<IOptions<RateLimits>>((limiter, limits) =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = AnswerAsync;
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(c => Everything(c, limits.Value)),
                PartitionedRateLimiter.Create<HttpContext, string>(c => SignIns(c, limits.Value)));
        });
        return services;
    }

    private static RateLimitPartition<string> Everything(HttpContext context, RateLimits limits)
    {
        if (limits.PerSecond == 0 || !context.Request.Path.StartsWithSegments("/api"))
            return RateLimitPartition.GetNoLimiter("");

        var caller = context.RequestServices.GetRequiredService<Caller>().User;
        return Bucket(caller.IsAuthenticated ? caller.Id.Value.ToString() : AddressOf(context), limits.Burst, limits.PerSecond * Tick.TotalSeconds);
    }

    private static RateLimitPartition<string> SignIns(HttpContext context, RateLimits limits) =>
        limits.SignInsPerMinute > 0 && HttpMethods.IsPost(context.Request.Method) && context.Request.Path == "/api/v1/session"
            ? Bucket(AddressOf(context), limits.SignInBurst, limits.SignInsPerMinute / 60.0 * Tick.TotalSeconds)
            : RateLimitPartition.GetNoLimiter("");

    // Whole tokens only: a slow bucket fills less often instead.
    private static RateLimitPartition<string> Bucket(string key, int burst, double perTick) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = Math.Max(1, (int)Math.Round(perTick)),
            ReplenishmentPeriod = perTick >= 1 ? Tick : Tick / perTick,
            QueueLimit = 0,
        });

    private static string AddressOf(HttpContext context) => "address " + context.Connection.RemoteIpAddress;

    private static async ValueTask AnswerAsync(Microsoft.AspNetCore.RateLimiting.OnRejectedContext rejected, CancellationToken ct)
    {
        var http = rejected.HttpContext;
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        await http.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new ProblemDetailsContext
        {
            HttpContext = http,
            ProblemDetails = new ProblemDetails
            {
                Status = StatusCodes.Status429TooManyRequests,
                Title = "Too many requests.",
                Detail = "Wait for the seconds of Retry-After.",
                Extensions = { ["code"] = ProblemCodes.RateLimited },
            },
        });
    }
}
