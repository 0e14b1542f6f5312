using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>Finds the policy that applies to a ticket as it stands: the first by order whose conditions it meets.</summary>
public sealed class TicketMatching(IServiceDeskDb db, IPolicyBook book)
{
    public async ValueTask<PolicyEdition?> MatchAsync(Ticket ticket, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ticket);

        var inForce = await book.InForceAsync(ct);
        var facts = new TicketFacts(ticket.Practice, ticket.Priority)
        {
            Service = ticket.ServiceId,
            CategoryPath = inForce.PathOf(ticket.CategoryId),
            Site = ticket.SiteId,
        };

        return inForce.FirstMatch(inForce.AsksForRequester ? await WithRequesterAsync(facts, ticket.RequesterId, ct) : facts);
    }

    // The groups a policy may name are departments and teams.
    private async Task<TicketFacts> WithRequesterAsync(TicketFacts facts, UserId requester, CancellationToken ct)
    {
        var person = await db.Users.AsNoTracking().Where(u => u.Id == requester).Select(u => new
        {
            u.Vip,
            u.DepartmentId,
            Teams = db.Set<TeamMember>().Where(m => m.UserId == u.Id).Select(m => m.TeamId).ToList(),
        }).SingleAsync(ct);
        List<Guid> groups = [.. person.Teams.Select(t => t.Value)];
        if (person.DepartmentId is { } department)
            groups.Add(department.Value);

        return facts with { Vip = person.Vip, RequesterGroups = groups };
    }
}
