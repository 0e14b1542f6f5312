namespace ServiceDesk.Domain.Common;

/// <summary>A fact an aggregate states about itself; handled inside the transaction and kept in the outbox after it.</summary>
public interface IDomainEvent;

/// <summary>The stable name under which an event is stored, never a CLR type name.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>An event that concerns one person alone: only their pages are told.</summary>
public interface IPersonalEvent
{
    People.UserId UserId { get; }
}
