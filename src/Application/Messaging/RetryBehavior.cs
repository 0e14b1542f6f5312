using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Tickets;

namespace ServiceDesk.Application.Messaging;

/// <summary>
/// Two commands on one record at once: the later starts over on the current version, so that no update is lost and none is
/// refused for bad luck. With If-Match it looks again, too, and is told that the version is another now (412). On a ticket the second attempt
/// waits for its turn and is not overtaken again; the first costs nothing for that.
/// </summary>
internal sealed class RetryBehavior<TRequest, TResponse>(IServiceDeskDb db, ITicketTurns turns, TimeProvider clock)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private const int Attempts = 30;
    private static readonly bool IsCommand = typeof(TRequest).IsAssignableTo(typeof(ICommand<TResponse>));

    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken ct) =>
        IsCommand ? WithRetries(request as IOnOneTicket, next, ct) : next();

    private async Task<TResponse> WithRetries(IOnOneTicket? onTicket, RequestHandlerDelegate<TResponse> next, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await (attempt > 1 && onTicket is not null ? turns.TakeAsync(onTicket.Incident, () => next(), ct) : next());
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                await db.StartOverAsync(ct);
                if (onTicket is null || attempt > 1)
                    await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 10 * attempt)), clock, ct);
            }
        }
    }
}
