using ServiceDesk.Domain.Common;

namespace ServiceDesk.Application.Common;

/// <summary>
/// Runs inside the transaction, before the save, on the same context, for data that must never disagree. No input or
/// output, no save of its own.
/// </summary>
public interface IDomainEventHandler<in TEvent>
    where TEvent : IDomainEvent
{
    Task Handle(TEvent domainEvent, CancellationToken ct);
}

/// <summary>
/// Runs after the commit, at least once, from the outbox: notifications, mail, webhooks. <c>delivery</c> is the same at
/// every repeat, so that a repeat can be told.
/// </summary>
public interface IReaction<in TEvent>
    where TEvent : IDomainEvent
{
    Task React(TEvent domainEvent, long delivery, CancellationToken ct);
}

/// <summary>One event on its way out, with the id that is the same at every repeat.</summary>
public sealed record Delivery(long Id, IDomainEvent Event);

/// <summary>
/// A reaction of this database alone that takes many events at once; what it writes commits together with their delivery, so it
/// happens exactly once.
/// </summary>
public interface IBatchReaction
{
    Task ReactAsync(IReadOnlyList<Delivery> deliveries, CancellationToken ct);
}

/// <summary>Puts off a reaction: the event is delivered from the given instant on, and commits with the caller's save.</summary>
public interface IPostponed
{
    void Until(DateTimeOffset at, IDomainEvent domainEvent);
}
