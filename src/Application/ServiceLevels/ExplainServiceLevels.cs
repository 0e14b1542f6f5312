using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>Why every deadline of a ticket is what it is: the ledger of each clock, step by step.</summary>
[Permission(Permissions.IncidentsRead)]
public sealed record ExplainServiceLevels(TicketKey Ticket) : IQuery<ServiceLevelExplanation>;

internal sealed class ExplainServiceLevelsHandler(IServiceDeskDb db, ICurrentUser user, CalendarLibrary library, TimeProvider clock)
    : IRequestHandler<ExplainServiceLevels, ServiceLevelExplanation>
{
    public async Task<ServiceLevelExplanation> Handle(ExplainServiceLevels request, CancellationToken ct)
    {
        var ticket = await db.Tickets.AsNoTracking().Where(request.Ticket.Matches<Ticket>())
            .Select(t => new TicketRef(t.Id.Value, t.Reference, t.Title)).SingleOrDefaultAsync(ct) ?? throw new NotFoundException("The ticket");
        var id = new TicketId(ticket.Id);
        var clocks = await db.Set<ServiceLevelClock>().AsNoTracking().Include(c => c.Ledger).Where(c => c.TicketId == id).ToListAsync(ct);
        var calendars = await library.OpenAllAsync(clocks.SelectMany(c => c.Ledger).Select(e => (e.CalendarId, e.CalendarVersion)), ct);
        var names = await NamesAsync(id, [.. clocks.SelectMany(c => c.Ledger)], ct);
        var now = clock.GetUtcNow();

        return new ServiceLevelExplanation(
            ticket, now,
            [.. clocks.OrderBy(c => c.Target).ThenBy(c => c.Cycle).Select(c => new ClockExplainer(names, calendars, now).Explain(c))]);
    }

    private async Task<LedgerNames> NamesAsync(TicketId ticket, List<LedgerEntry> entries, CancellationToken ct)
    {
        var french = user.Language == "fr";
        List<TeamId> teams = [.. entries.Select(e => e.TeamId).OfType<TeamId>().Distinct()];
        List<PolicyId> policies = [.. entries.Select(e => e.PolicyId).Distinct()];
        List<CalendarId> calendars = [.. entries.Select(e => e.CalendarId).Distinct()];
        List<long> sequences = [.. entries.Select(e => e.ByEvent).Where(s => s > 0).Distinct()];
        var events = await db.Set<TicketEvent>().AsNoTracking()
            .Where(e => e.TicketId == ticket && sequences.Contains(e.Sequence)).ReadableBy(user, db)
            .Select(e => new { e.Sequence, e.PublicSequence, e.Type, e.At, e.ActorId }).ToListAsync(ct);
        // The full number would tell who does not read notes how many there are.
        var readsNotes = (await db.WithNotesAsync(user, [ticket], ct)).Count > 0;
        List<UserId> people = [.. entries.Select(e => e.PersonId).OfType<UserId>().Concat(events.Select(e => e.ActorId)).Distinct()];
        var persons = await db.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => new PersonRef(u.Id.Value, u.Name), ct);

        return new LedgerNames(
            await db.Teams.Where(t => teams.Contains(t.Id)).Select(t => new { t.Id, Name = french ? t.Name.Fr ?? t.Name.En : t.Name.En ?? t.Name.Fr })
                .ToDictionaryAsync(t => t.Id, t => new NamedRef(t.Id.Value, t.Name ?? ""), ct),
            persons,
            await db.Set<ServiceLevelPolicy>().Where(p => policies.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct),
            await db.Set<Calendar>().Where(c => calendars.Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToDictionaryAsync(c => c.Id, c => c.Name, ct),
            events.ToDictionary(e => e.Sequence, e => new LedgerEvent(readsNotes ? e.Sequence : e.PublicSequence, e.Type, e.At, persons[e.ActorId])));
    }
}
