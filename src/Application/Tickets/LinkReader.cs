using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Tickets;

/// <summary>A link as read from the ticket it was asked of: that ticket is "type" of the other.</summary>
public sealed record LinkResponse
{
    /// <summary>For deleting it; a parent link has the child's id, the link of a merge the duplicate's.</summary>
    public required Guid Id { get; init; }
    public required LinkType Type { get; init; }

    /// <summary>The other end.</summary>
    public required LinkedTicket Ticket { get; init; }

    /// <summary>Comes of a merge, which is taken back by unmerge.</summary>
    public required bool OfMerge { get; init; }
}

/// <summary>A ticket at the other end of a link, or a child.</summary>
public sealed record LinkedTicket(
    Guid Id, string Reference, string Title, TicketState State, Priority Priority, PersonRef? Assignee, DateTimeOffset UpdatedAt)
{
    /// <summary>Read as its public side: of a ticket whose notes the caller reads, they count as changes too.</summary>
    internal LinkedTicket As(ICurrentUser user, TeamId? team, SiteId? site, DateTimeOffset updatedAt) =>
        user.May(Permissions.CommentsReadInternal, team, site) ? this with { UpdatedAt = updatedAt } : this;
}

/// <summary>Reads a ticket's links: stored ones, its parent and children, its merges.</summary>
public sealed class LinkReader(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>More than this of one kind are not listed as links: children have a list of their own.</summary>
    private const int Most = 200;

    public async Task<IReadOnlyList<LinkResponse>> ListAsync(TicketId own, CancellationToken ct)
    {
        var links = await db.Set<TicketLink>().AsNoTracking().Where(l => l.FromId == own || l.ToId == own).OrderBy(l => l.Id).Take(Most).ToListAsync(ct);
        var others = links.ConvertAll(l => l.OtherEnd(own));
        var self = await db.Tickets.AsNoTracking().Where(t => t.Id == own).Select(t => new { t.ParentId, t.MergedIntoId }).SingleAsync(ct);
        var near = await db.Tickets.AsNoTracking()
            .Where(t => others.Contains(t.Id) || t.Id == self.ParentId || t.Id == self.MergedIntoId || t.ParentId == own || t.MergedIntoId == own)
            .OrderBy(t => t.Id).Take(3 * Most)
            .Select(t => new
            {
                t.Id,
                t.ParentId,
                t.MergedIntoId,
                t.TeamId,
                t.SiteId,
                t.UpdatedAt,
                Ticket = new LinkedTicket(
                    t.Id.Value, t.Reference, t.Title, t.State, t.Priority,
                    db.Users.Where(u => u.Id == t.AssigneeId).Select(u => new PersonRef(u.Id.Value, u.Name)).FirstOrDefault(), t.PublicUpdatedAt),
            })
            .ToListAsync(ct);

        var byId = near.ToDictionary(n => n.Id, n => n.Ticket.As(user, n.TeamId, n.SiteId, n.UpdatedAt));
        List<LinkResponse> found = [];
        if (self.ParentId is { } parent && byId.TryGetValue(parent, out var above))
            found.Add(Link(own.Value, LinkType.ChildOf, above));
        if (self.MergedIntoId is { } survivor && byId.TryGetValue(survivor, out var into))
            found.Add(Link(own.Value, LinkType.DuplicateOf, into, ofMerge: true));
        found.AddRange(near.Where(n => n.ParentId == own).Select(n => Link(n.Id.Value, LinkType.ParentOf, byId[n.Id])));
        found.AddRange(near.Where(n => n.MergedIntoId == own).Select(n => Link(n.Id.Value, LinkType.HasDuplicate, byId[n.Id], ofMerge: true)));
        found.AddRange(links.Where(l => byId.ContainsKey(l.OtherEnd(own))).Select(l => Link(l.Id.Value, l.From(own), byId[l.OtherEnd(own)])));
        return found;
    }

    public async Task<LinkResponse> GetAsync(TicketId own, Guid link, CancellationToken ct) =>
        (await ListAsync(own, ct)).FirstOrDefault(l => l.Id == link && !l.OfMerge) ?? throw new NotFoundException("The link");

    private static LinkResponse Link(Guid id, LinkType type, LinkedTicket ticket, bool ofMerge = false) =>
        new() { Id = id, Type = type, Ticket = ticket, OfMerge = ofMerge };
}
