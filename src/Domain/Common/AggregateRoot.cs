namespace ServiceDesk.Domain.Common;

/// <summary>A consistency boundary: loaded whole, changed by its verbs, saved once.</summary>
public abstract class AggregateRoot
{
    private readonly List<IDomainEvent> events = [];

    public IReadOnlyList<IDomainEvent> Events => events;

    protected void Raise(IDomainEvent domainEvent) => events.Add(domainEvent);

    /// <summary>Hands the events over, so that each is dispatched once.</summary>
    public IReadOnlyList<IDomainEvent> TakeEvents()
    {
        IDomainEvent[] taken = [.. events];
        events.Clear();
        return taken;
    }
}

/// <summary>A record that people edit: its version grows by one with every change and is its ETag.</summary>
public interface IVersioned
{
    long Version { get; }
}
