using Microsoft.EntityFrameworkCore;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Tickets;

/// <summary>Words queries on tickets share.</summary>
internal static class TicketQueries
{
    /// <summary>Also tickets the caller may not see: for rules that must hold for all, never for an answer.</summary>
    public static IQueryable<Ticket> EvenInvisible(this IQueryable<Ticket> tickets) => tickets.IgnoreQueryFilters(["visibility"]);

    /// <summary>By the stored column the partial indexes are made for.</summary>
    public static IQueryable<Ticket> OnlyOpen(this IQueryable<Ticket> tickets) => tickets.Where(t => EF.Property<bool>(t, "open"));
}
