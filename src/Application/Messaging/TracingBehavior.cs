using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ServiceDesk.Application.Messaging;

/// <summary>One activity and one duration per use case, named after it; never its payload.</summary>
internal sealed class TracingBehavior<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private static readonly KeyValuePair<string, object?> Name = new("use_case", typeof(TRequest).Name);

    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken ct)
    {
        using var activity = UseCaseTelemetry.Source.StartActivity(typeof(TRequest).Name);
        var started = Stopwatch.GetTimestamp();
        try
        {
            return await next();
        }
        finally
        {
            UseCaseTelemetry.Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, Name);
        }
    }
}

/// <summary>The names under which use cases are traced and measured.</summary>
public static class UseCaseTelemetry
{
    public const string Name = "ServiceDesk.UseCases";

    public static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    public static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("servicedesk.use_case.duration", "s", "Time a use case took.");
}
