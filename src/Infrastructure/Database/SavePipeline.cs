using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Catalog;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.ServiceLevels;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Organisation;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Audit;
using ServiceDesk.Infrastructure.Identity;
using ServiceDesk.Infrastructure.Organisation;
using ServiceDesk.Infrastructure.Outbox;

namespace ServiceDesk.Infrastructure.Database;

/// <summary>
/// What every save does besides saving: domain events reach their handlers, then they and the audit entries go into the same
/// transaction, then the workers are told that there is something to deliver.
/// </summary>
public sealed class SavePipeline(
    IServiceProvider services, Caller caller, ChangeSignal signal, AccessReader access, SettingsReader settings, IPolicyBook policies,
    ITicketForms forms, TimeProvider clock)
{
    private static readonly ConcurrentDictionary<Type, Dispatch> Dispatchers = new();

    private readonly List<Action> afterCommit = [];

    /// <summary>Before the save; true when there is something to tell after it.</summary>
    public async Task<bool> BeforeAsync(ServiceDeskDbContext db, CancellationToken ct)
    {
        List<IDomainEvent> all = [];
        db.ChangeTracker.DetectChanges();
        for (var pending = Take(db); pending.Count > 0; pending = Take(db))
        {
            foreach (var domainEvent in pending)
                await Dispatchers.GetOrAdd(domainEvent.GetType(), Create).RunAsync(domainEvent, services, ct);
            all.AddRange(pending);
        }

        var now = clock.GetUtcNow();
        if (all.Count > 0)
            db.ChangeTracker.DetectChanges();
        var changes = db.ChangeTracker.Entries().ToList();
        var keys = await PersonalKeys.OfAsync(db, AuditTrail.PeopleIn(changes), now, ct);
        var audited = AuditTrail.Of(changes, caller.User, keys, now).ToList();
        db.Set<AuditEntry>().AddRange(audited);
        db.Set<OutboxMessage>().AddRange(all.Select(e => ToMessage(e, now)));
        return all.Count > 0 || audited.Count > 0;
    }

    /// <summary>After the save: what others are told waits for the commit, when a transaction was opened around it.</summary>
    public void After(ServiceDeskDbContext db, bool told)
    {
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.Entity is Ticket ticket)
                ticket.Saved();
            if (ToForget(entry.Entity) is { } forget && !afterCommit.Contains(forget))
                afterCommit.Add(forget);
        }

        if (told)
            afterCommit.Add(signal.Poke);
        if (db.Database.CurrentTransaction is null)
            Committed();
    }

    private Action? ToForget(object entity) => entity switch
    {
        User or Grant or Role or Team or TeamMember or Session or ApiToken => access.Forget,
        OrganisationSettings => settings.Forget,
        ServiceLevelPolicy or PolicyVersion or Calendar or CalendarVersion or Category => policies.Forget,
        PriorityMatrix or CustomField => forms.Forget,
        _ => null,
    };

    public void Committed()
    {
        foreach (var action in afterCommit)
            action();
        afterCommit.Clear();
    }

    private static List<IDomainEvent> Take(ServiceDeskDbContext db) =>
        [.. db.ChangeTracker.Entries().Select(e => e.Entity).OfType<AggregateRoot>().ToList().SelectMany(a => a.TakeEvents())];

    private OutboxMessage ToMessage(IDomainEvent domainEvent, DateTimeOffset now) => new()
    {
        Name = EventCatalog.NameOf(domainEvent),
        Payload = EventCatalog.Write(domainEvent),
        TicketId = (domainEvent as IAboutTicket)?.TicketId.Value,
        Internal = domainEvent is TicketCommented { Visibility: Visibility.Internal } or TicketChanged { Visibility: Visibility.Internal } or AlarmFired or PresenceChanged,
        ActorId = (domainEvent as ITicketEvent)?.By.Value ?? caller.User.Id.Value,
        At = (domainEvent as ITicketEvent)?.At ?? now,
        DueAt = now,
    };

    private static Dispatch Create(Type type) => (Dispatch)Activator.CreateInstance(typeof(Dispatch<>).MakeGenericType(type))!;

    private abstract class Dispatch
    {
        public abstract Task RunAsync(IDomainEvent domainEvent, IServiceProvider services, CancellationToken ct);
    }

    private sealed class Dispatch<TEvent> : Dispatch
        where TEvent : IDomainEvent
    {
        public override async Task RunAsync(IDomainEvent domainEvent, IServiceProvider services, CancellationToken ct)
        {
            foreach (var handler in services.GetServices<IDomainEventHandler<TEvent>>())
                await handler.Handle((TEvent)domainEvent, ct);
        }
    }
}
