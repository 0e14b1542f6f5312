using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>The clocks of one ticket in this unit of work, with what they count by.</summary>
public sealed record ClockSet(
    Ticket Ticket, List<ServiceLevelClock> Clocks, Func<CalendarId, int, BusinessCalendar> Calendars,
    Func<ServiceLevelClock, PolicyDefinition> Policy)
{
    public ClockOwner Owner => new(Ticket.TeamId, Ticket.AssigneeId);

    public IEnumerable<ServiceLevelClock> Of(ServiceLevelTarget target) => Clocks.Where(c => c.Target == target);

    /// <summary>How the ticket stands, as far as a clock under this policy cares.</summary>
    public ClockConditions ConditionsUnder(PolicyDefinition policy) => TicketConditions.Of(Ticket, policy.PauseOn);
}

/// <summary>Loads the clocks of a ticket once per unit of work, starts new ones and, after a change, plans their wakes.</summary>
public sealed class TicketClocks(IServiceDeskDb db, IPolicyBook book, CalendarLibrary library)
{
    /// <summary>Also ready to count under <paramref name="next"/>, which some of them may be given.</summary>
    public async Task<ClockSet> OfAsync(TicketId id, PolicyEdition? next, CancellationToken ct)
    {
        var ticket = db.Tickets.Local.FindEntry(id) ?? throw new InvalidOperationException("A ticket that tells of itself is at hand.");
        var clocks = db.Set<ServiceLevelClock>().Local.Where(c => c.TicketId == id).ToList();
        if (clocks.Count == 0 && ticket.State != EntityState.Added)
            clocks = await db.Set<ServiceLevelClock>().Include(c => c.Wakes).Where(c => c.TicketId == id).ToListAsync(ct);

        return await SetAsync(ticket.Entity, clocks, next, ct);
    }

    /// <summary>Clocks that are at hand already, all of one ticket.</summary>
    public async Task<ClockSet> SetAsync(Ticket ticket, List<ServiceLevelClock> clocks, PolicyEdition? next, CancellationToken ct)
    {
        var counting = clocks.Select(c => (c.CalendarId, c.CalendarVersion)).ToList();
        if (next is not null)
            counting.Add((next.Definition.CalendarId, next.CalendarVersion));
        var policies = new Dictionary<(PolicyId, int), PolicyDefinition>();
        foreach (var (id, version) in clocks.Select(c => (c.PolicyId, c.PolicyVersion)).Distinct())
            policies[(id, version)] = await book.DefinitionAsync(id, version, ct);
        if (next is not null)
            policies[(next.Id, next.Version)] = next.Definition;

        return new ClockSet(
            ticket, clocks, await library.OpenAllAsync(counting, ct), clock => policies[(clock.PolicyId, clock.PolicyVersion)]);
    }

    public void Add(ClockSet set, ServiceLevelClock clock)
    {
        db.Set<ServiceLevelClock>().Add(clock);
        set.Clocks.Add(clock);
    }

    /// <summary>What is due next is known again: to the queue, which sorts by it, and to the worker.</summary>
    public static void Settle(ClockSet set)
    {
        foreach (var clock in set.Clocks.Where(c => c.State == ClockState.Running))
            clock.Plan(set.Policy(clock).AlarmsFor(clock.Target).Select(a => a.Level), set.Calendars);

        set.Ticket.Due(set.Clocks.Where(c => c.State == ClockState.Running).Min(c => c.DueAt));
    }
}
