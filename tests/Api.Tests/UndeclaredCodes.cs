using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using ServiceDesk.Api.OpenApi;

namespace ServiceDesk.Api.Tests;

/// <summary>Holds every error a server answers with against the contract of the operation that was asked.</summary>
internal sealed class UndeclaredCodes
{
    private readonly ConcurrentDictionary<string, bool> answered = new();

    /// <summary>What came since the last look.</summary>
    public IReadOnlyList<string> Take()
    {
        string[] taken = [.. answered.Keys.Order(StringComparer.Ordinal)];
        foreach (var answer in taken)
            answered.TryRemove(answer, out _);
        return taken;
    }

    public void Watch(ProblemDetailsOptions options)
    {
        var inner = options.CustomizeProblemDetails;
        options.CustomizeProblemDetails = context =>
        {
            inner?.Invoke(context);
            if (context.HttpContext.GetEndpoint() is RouteEndpoint endpoint && endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal))
                Compare(endpoint, context.HttpContext.Request.Method, context.ProblemDetails.Status ?? 500, (string)context.ProblemDetails.Extensions["code"]!);
        };
    }

    /// <summary>The operation as the contract describes it.</summary>
    public static Operation Of(RouteEndpoint endpoint, string method) => new(
        endpoint.Metadata.GetRequiredMetadata<MethodInfo>(), method, endpoint.RoutePattern.RawText!, [.. endpoint.Metadata], endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null);

    private void Compare(RouteEndpoint endpoint, string method, int status, string code)
    {
        // A defect is in no contract.
        if (status == StatusCodes.Status500InternalServerError)
            return;
        if (!DeclaredCodes.Of(Of(endpoint, method)).TryGetValue(status, out var declared) || !declared.Contains(code))
            answered[string.Create(CultureInfo.InvariantCulture, $"{method} {endpoint.RoutePattern.RawText}: {status} {code}")] = true;
    }
}
