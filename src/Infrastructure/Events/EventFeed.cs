using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Common;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Infrastructure.Events;

/// <summary>One event on the wire: its id to resume from, its type and its JSON.</summary>
public sealed record FeedItem(string? Id, string Type, string Data);

/// <summary>
/// Gives every open page what its reader may see, in order and without gaps. One reader of the table per server, never one per
/// page; who may see what is decided at delivery with the rights of that moment.
/// </summary>
public sealed class EventFeed(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private const int Backlog = 256;
    private static readonly TimeSpan Replayable = TimeSpan.FromHours(24);
    private readonly List<Subscriber> subscribers = [];
    private readonly SemaphoreSlim gate = new(1, 1);
    private FeedPosition? position;

    /// <summary>
    /// What follows <paramref name="lastEventId"/>, then what happens; "reset" first when that is too long ago to tell. Ends when the
    /// caller's access does, or when they read too slowly: their client comes back and resumes.
    /// </summary>
    public async IAsyncEnumerable<FeedItem> StreamAsync(
        Func<CancellationToken, Task<ICurrentUser?>> who, string? lastEventId, [EnumeratorCancellation] CancellationToken ct)
    {
        var subscriber = new Subscriber(who, Channel.CreateBounded<FeedItem>(Backlog));
        var from = await SubscribeAsync(subscriber, ct);
        try
        {
            // From here on nothing is missed: whoever loads their page after this need not load it twice.
            yield return new FeedItem(null, "hello", "{}");
            if (!string.IsNullOrEmpty(lastEventId))
            {
                await foreach (var item in ReplayAsync(subscriber, FeedPosition.Parse(lastEventId), from, ct))
                    yield return item;
            }

            await foreach (var item in subscriber.Channel.Reader.ReadAllAsync(ct))
                yield return item;
        }
        finally
        {
            lock (subscribers)
            {
                subscribers.Remove(subscriber);
            }
        }
    }

    /// <summary>Reads what is new and hands it out; true when a running transaction holds something back.</summary>
    public async Task<bool> PumpAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (position is not { } last || Listening().Count == 0)
            {
                position = null;
                return false;
            }

            return await InScopeAsync(async reader =>
            {
                IReadOnlyList<FeedEvent> events;
                do
                {
                    events = await reader.AfterAsync(last, ct);
                    if (events.Count == 0)
                        break;
                    foreach (var subscriber in Listening())
                        await subscriber.GiveAsync(events, ct);
                    position = last = events[^1].Position;
                }
                while (events.Count == FeedReader.PageSize);
                return await reader.IsHeldBackAsync(ct);
            });
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<FeedPosition> SubscribeAsync(Subscriber subscriber, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            position ??= await InScopeAsync(reader => reader.EndAsync(ct));
            lock (subscribers)
            {
                subscribers.Add(subscriber);
            }

            return position.Value;
        }
        finally
        {
            gate.Release();
        }
    }

    private async IAsyncEnumerable<FeedItem> ReplayAsync(Subscriber subscriber, FeedPosition? last, FeedPosition upTo, [EnumeratorCancellation] CancellationToken ct)
    {
        var time = last is { } known ? await InScopeAsync(reader => reader.TimeOfAsync(known, ct)) : null;
        if (time is null || clock.GetUtcNow() - time > Replayable)
        {
            yield return new FeedItem(upTo.ToString(), "reset", "{}");
            yield break;
        }

        for (var at = last!.Value; ;)
        {
            var events = await InScopeAsync(reader => reader.AfterAsync(at, ct));
            var user = await subscriber.Who(ct);
            foreach (var e in events.TakeWhile(e => !IsAfter(e.Position, upTo)).Where(e => user is not null && e.IsFor(user)))
                yield return Item(e, user!);
            if (user is null || events.Count < FeedReader.PageSize || IsAfter(events[^1].Position, upTo))
                yield break;
            at = events[^1].Position;
        }
    }

    private List<Subscriber> Listening()
    {
        lock (subscribers)
        {
            return [.. subscribers];
        }
    }

    private async Task<T> InScopeAsync<T>(Func<FeedReader, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Is(new SystemUser());
        return await work(new FeedReader(scope.ServiceProvider.GetRequiredService<Database.ServiceDeskDbContext>()));
    }

    private static bool IsAfter(FeedPosition a, FeedPosition b) => (a.Xid, a.Id).CompareTo((b.Xid, b.Id)) > 0;

    private static FeedItem Item(FeedEvent e, ICurrentUser reader) => new(e.Position.ToString(), e.Type, e.DataFor(reader));

    private sealed record Subscriber(Func<CancellationToken, Task<ICurrentUser?>> Who, Channel<FeedItem> Channel)
    {
        public async Task GiveAsync(IReadOnlyList<FeedEvent> events, CancellationToken ct)
        {
            if (await Who(ct) is not { } user || !events.Where(e => e.IsFor(user)).All(e => Channel.Writer.TryWrite(Item(e, user))))
                Channel.Writer.TryComplete();
        }
    }
}
