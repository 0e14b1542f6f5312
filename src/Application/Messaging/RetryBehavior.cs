using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;

namespace ServiceDesk.Application.Messaging;

/// <summary>
/// Two commands on one record at once: the later starts over on the current version, so that no update is lost and none is
/// refused for bad luck. With If-Match the caller asked for the opposite and gets 412.
/// </summary>
internal sealed class RetryBehavior<TRequest, TResponse>(IServiceDeskDb db, IRequestConditions conditions, TimeProvider clock)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private const int Attempts = 30;
    private static readonly bool IsCommand = typeof(TRequest).IsAssignableTo(typeof(ICommand<TResponse>));

    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken ct) =>
        IsCommand ? WithRetries(next, ct) : next();

    private async Task<TResponse> WithRetries(RequestHandlerDelegate<TResponse> next, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await next();
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts && conditions.IfMatch is null)
            {
                await db.StartOverAsync(ct);
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 10 * attempt)), clock, ct);
            }
        }
    }
}
