namespace ServiceDesk.Application.Tickets;

/// <summary>The sequences that number tickets, for use inside a query.</summary>
public static class TicketNumbers
{
    /// <summary>Takes the next value; a number taken for a ticket that then is not written stays unused.</summary>
    public static long Next(string sequence) => throw new InvalidOperationException($"{sequence} counts in the database.");
}
