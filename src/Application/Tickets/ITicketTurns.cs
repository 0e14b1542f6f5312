namespace ServiceDesk.Application.Tickets;

/// <summary>
/// A command that changes one ticket and no other: when it lost a race it may hold the ticket's row and wait for nothing else, so that two of
/// them never wait for each other. Commands on several tickets only start over.
/// </summary>
public interface IOnOneTicket
{
    TicketKey Incident { get; }
}

/// <summary>Where commands that lost a race for a ticket queue up.</summary>
public interface ITicketTurns
{
    /// <summary>
    /// Does the work with the ticket's row held, in the order of asking; what it saves is committed at its end. Who has not lost a race yet does not
    /// ask, and waits at its save.
    /// </summary>
    Task<T> TakeAsync<T>(TicketKey ticket, Func<Task<T>> work, CancellationToken ct);
}
