using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Workers;

namespace ServiceDesk.Infrastructure.Outbox;

/// <summary>
/// Delivers events to their reactions. A batch is leased in one statement, so that another server takes it when this one dies;
/// what reactions write commits together with the mark that it was delivered, under a lock that shows the lease is still held.
/// </summary>
public sealed partial class OutboxStep(ServiceDeskDbContext db, IServiceProvider services, TimeProvider clock, ILogger<OutboxStep> log) : IWorkStep
{
    public const int MaxAttempts = 10;
    private const int BatchSize = 200;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly ConcurrentDictionary<Type, Route> Routes = new();

    public static TimeSpan Gathers => TimeSpan.FromMilliseconds(100);

    public async Task<TimeSpan> RunOnceAsync(CancellationToken ct)
    {
        var leased = await LeaseAsync(ct);
        if (leased.Count == 0)
            return await UntilNextAsync(ct);

        if (!await TryDeliverAsync(leased, ct))
        {
            // One of them fails: the others shall not wait for it.
            foreach (var message in leased)
                await TryDeliverAsync([message], ct);
        }

        return TimeSpan.Zero;
    }

    private Task<List<Leased>> LeaseAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var until = now + Lease;
        return db.Database.SqlQuery<Leased>($"""
            update outbox set due_at = {until}, attempts = attempts + 1
            where id in (select id from outbox where delivered_at is null and dead_at is null and due_at <= {now}
                         order by due_at, id limit {BatchSize} for update skip locked)
            returning id as "Id", name as "Name", payload::text as "Payload", attempts as "Attempts"
            """).ToListAsync(ct);
    }

    private async Task<TimeSpan> UntilNextAsync(CancellationToken ct)
    {
        var next = await db.Set<OutboxMessage>().Where(m => m.DeliveredAt == null && m.DeadAt == null).MinAsync(m => (DateTimeOffset?)m.DueAt, ct);
        var rest = next - clock.GetUtcNow() ?? TimeSpan.MaxValue;
        return rest > TimeSpan.Zero ? rest : TimeSpan.FromMilliseconds(1);
    }

    private async Task<bool> TryDeliverAsync(List<Leased> messages, CancellationToken ct)
    {
        db.ForgetChanges();
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            messages = await StillOursAsync(messages, ct);
            await ReactAsync([.. messages.OrderBy(m => m.Id).Select(m => (m.Id, EventCatalog.Read(m.Name, m.Payload))).Where(m => m.Item2 is not null)
                .Select(m => new Delivery(m.Id, m.Item2!))], ct);
            var (ids, now) = (messages.Select(m => m.Id).ToList(), clock.GetUtcNow());
            await db.Set<OutboxMessage>().Where(m => ids.Contains(m.Id))
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.DeliveredAt, now).SetProperty(m => m.LastError, (string?)null), ct);
            await transaction.CommitAsync(ct);
            return true;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            if (messages.Count == 1)
                await PostponeAsync(messages[0], e, ct);
            return false;
        }
    }

    // A server that stalled past its lease finds here what another took meanwhile; while the rows are locked nobody leases them.
    private async Task<List<Leased>> StillOursAsync(List<Leased> messages, CancellationToken ct)
    {
        long[] ids = [.. messages.Select(m => m.Id)];
        var now = await db.Database.SqlQuery<Held>($"""
            select id as "Id", attempts as "Attempts" from outbox
            where id = any({ids}) and delivered_at is null and dead_at is null order by id for update
            """).ToDictionaryAsync(h => h.Id, h => h.Attempts, ct);
        return [.. messages.Where(m => now.TryGetValue(m.Id, out var attempts) && attempts == m.Attempts)];
    }

    private async Task ReactAsync(IReadOnlyList<Delivery> deliveries, CancellationToken ct)
    {
        foreach (var reaction in services.GetServices<IBatchReaction>())
            await reaction.ReactAsync(deliveries, ct);
        foreach (var delivery in deliveries)
            await Routes.GetOrAdd(delivery.Event.GetType(), Create).RunAsync(delivery, services, ct);
    }

    private async Task PostponeAsync(Leased message, Exception failure, CancellationToken ct)
    {
        Failed(log, failure, message.Id, message.Name);
        db.ForgetChanges();
        var now = clock.GetUtcNow();
        var again = now + TimeSpan.FromSeconds(Math.Pow(2, message.Attempts));
        DateTimeOffset? dead = message.Attempts >= MaxAttempts ? now : null;
        var error = failure.Message.Length > 500 ? failure.Message[..500] : failure.Message;
        await db.Set<OutboxMessage>().Where(m => m.Id == message.Id && m.DeliveredAt == null && m.Attempts == message.Attempts).ExecuteUpdateAsync(
            s => s.SetProperty(m => m.DueAt, again).SetProperty(m => m.DeadAt, dead).SetProperty(m => m.LastError, error), ct);
    }

    private static Route Create(Type type) => (Route)Activator.CreateInstance(typeof(Route<>).MakeGenericType(type))!;

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Id} of {Name} failed; it is tried again.")]
    private static partial void Failed(ILogger log, Exception exception, long id, string name);

    private sealed record Leased(long Id, string Name, string Payload, int Attempts);

    private sealed record Held(long Id, int Attempts);

    private abstract class Route
    {
        public abstract Task RunAsync(Delivery delivery, IServiceProvider services, CancellationToken ct);
    }

    private sealed class Route<TEvent> : Route
        where TEvent : IDomainEvent
    {
        public override async Task RunAsync(Delivery delivery, IServiceProvider services, CancellationToken ct)
        {
            foreach (var reaction in services.GetServices<IReaction<TEvent>>())
                await reaction.React((TEvent)delivery.Event, delivery.Id, ct);
        }
    }
}
