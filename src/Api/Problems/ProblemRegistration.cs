using System.Diagnostics;

namespace ServiceDesk.Api.Problems;

/// <summary>Errors as RFC 9457 problems, with a stable code and the trace they can be found by.</summary>
internal static class ProblemRegistration
{
    public static IServiceCollection AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails(o => o.CustomizeProblemDetails = context =>
        {
            var problem = context.ProblemDetails;
            if (!problem.Extensions.ContainsKey("code"))
                problem.Extensions["code"] = ProblemCodes.OfStatus(problem.Status ?? 500);
            problem.Type = "/problems/" + problem.Extensions["code"];
            problem.Instance ??= context.HttpContext.Request.Path;
            problem.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
        });
        return services;
    }
}
