using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace ServiceDesk.Api.Problems;

/// <summary>Errors as RFC 9457 problems, with a stable code and the trace they can be found by.</summary>
internal static class ProblemRegistration
{
    public static IServiceCollection AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails(o => o.CustomizeProblemDetails = context =>
        {
            var http = context.HttpContext;
            var problem = Complete(context.ProblemDetails, http.Request.Path);
            problem.Extensions.TryAdd("traceId", http.TraceIdentifier);
            if (problem.Status == StatusCodes.Status401Unauthorized)
                http.Response.Headers.WWWAuthenticate = "Bearer";
        });
        return services;
    }

    /// <summary>What the framework answers by itself (no such route, no such method, another type of body) is told in JSON as well, whatever form was to come.</summary>
    public static void UseProblemsOfTheFramework(this WebApplication app) => app.UseWhen(c => c.Request.Path.StartsWithSegments("/api"), api => api.UseStatusCodePages(context =>
    {
        var http = context.HttpContext;
        http.Request.Headers.Accept = "application/problem+json";
        return http.RequestServices.GetRequiredService<IProblemDetailsService>()
            .WriteAsync(new ProblemDetailsContext { HttpContext = http, ProblemDetails = { Status = http.Response.StatusCode } }).AsTask();
    }));

    /// <summary>The members that every problem has, where whoever made it left them out.</summary>
    public static ProblemDetails Complete(ProblemDetails problem, string instance)
    {
        problem.Extensions.TryAdd("code", ProblemCodes.OfStatus(problem.Status ?? 500));
        var code = (string)problem.Extensions["code"]!;
        problem.Type = "/problems/" + code;
        problem.Detail ??= ProblemCatalog.Find(code)?.En.Remedy;
        problem.Instance ??= instance;
        if (Activity.Current is { } activity)
            problem.Extensions["traceId"] = activity.TraceId.ToString();
        return problem;
    }
}
