using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.ServiceLevels.Simulations;

/// <summary>A ticket as a policy sees it; an open one with its past.</summary>
internal sealed record SimulatedTicket(
    TicketRef Ticket, TicketFacts Facts, TicketHistory History, TeamId? Team, bool Open, bool Recent, PendingReason? WaitingFor, IReadOnlyList<ServiceLevelClock> Clocks,
    TicketPast? Past);

/// <summary>Reads the open and the recent tickets the caller may see, a few hundred at a time.</summary>
public sealed class SimulatedTickets(IServiceDeskDb db)
{
    private const int Batch = 500;
    private const int MaxTickets = 300_000;

    internal async IAsyncEnumerable<SimulatedTicket> ReadAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        var parents = await db.Categories.AsNoTracking()
            .Select(c => new { c.Id, c.ParentId }).ToDictionaryAsync(c => c.Id, c => c.ParentId, ct);
        var workers = (await db.Set<Role>().AsNoTracking().Select(r => new { r.Id, r.Permissions }).ToListAsync(ct))
            .Where(r => r.Permissions.Contains(Permissions.IncidentsWork)).Select(r => r.Id).ToList();
        var open = await db.Tickets.Where(t => EF.Property<bool>(t, "open") && t.OpenedAt < since).Select(t => t.Id).Take(MaxTickets).ToListAsync(ct);
        var recent = await db.Tickets.Where(t => t.OpenedAt >= since).Select(t => t.Id).Take(MaxTickets).ToListAsync(ct);

        foreach (var ids in open.Concat(recent).Chunk(Batch))
        {
            var rows = await RowsAsync(ids, ct);
            List<TicketId> stillOpen = [.. rows.Where(r => r.Open).Select(r => r.Id)];
            var events = (await EventsAsync(ids, stillOpen, ct)).ToLookup(e => e.TicketId);
            var answers = await AnswersAsync(ids, workers, ct);
            var staff = await StaffAsync(stillOpen, workers, ct);
            var clocks = await ClocksAsync(stillOpen, ct);
            foreach (var row in rows)
                yield return new SimulatedTicket(
                    new TicketRef(row.Id.Value, row.Reference, row.Title), row.Facts(Path(row.Category, parents)),
                    new TicketHistory(
                        row.OpenedAt, events[row.Id].Where(e => TicketHistory.Moves.Contains(e.Type)).Select(e => (e.Type, e.At, e.Details)),
                        answers.TryGetValue(row.Id, out var at) ? at : null),
                    row.Team, row.Open, row.OpenedAt >= since, row.WaitingFor, [.. clocks[row.Id]],
                    row.Open ? new TicketPast(row.OpenedAt, row.Requester, [.. events[row.Id]], staff) : null);
        }
    }

    private async Task<List<Row>> RowsAsync(TicketId[] ids, CancellationToken ct)
    {
        var rows = await db.Tickets.AsNoTracking().Where(t => ids.Contains(t.Id)).Select(t => new Row(
            t.Id, EF.Property<string>(t, "practice"), t.Priority, t.ServiceId, t.CategoryId, t.SiteId, t.TeamId, t.RequesterId, t.OpenedAt,
            EF.Property<bool>(t, "open"), t.Reference, t.Title, t.Pending == null ? null : (PendingReason?)t.Pending.Reason)).ToListAsync(ct);
        var people = rows.Select(r => r.Requester).Distinct().ToList();
        var requesters = await db.Users.Where(u => people.Contains(u.Id)).Select(u => new { u.Id, u.Vip, u.DepartmentId }).ToDictionaryAsync(u => u.Id, ct);
        var teams = (await db.Set<TeamMember>().Where(m => people.Contains(m.UserId)).Select(m => new { m.UserId, m.TeamId }).ToListAsync(ct))
            .ToLookup(m => m.UserId, m => m.TeamId.Value);

        return
        [
            .. rows.Select(r => r with
            {
                Vip = requesters[r.Requester].Vip,
                Groups = [.. teams[r.Requester], .. requesters[r.Requester].DepartmentId is { } d ? [d.Value] : Array.Empty<Guid>()],
            }),
        ];
    }

    // Not tracked: what is tried on them is never saved.
    private async Task<ILookup<TicketId, ServiceLevelClock>> ClocksAsync(List<TicketId> ids, CancellationToken ct) =>
        (await db.Set<ServiceLevelClock>().AsNoTracking().Where(c => ids.Contains(c.TicketId) && c.Audience == Audience.Customer)
            .OrderBy(c => c.TicketId).ThenBy(c => c.Target).ThenBy(c => c.Cycle).ToListAsync(ct)).ToLookup(c => c.TicketId);

    // Of what is over only what moved it; who said something there, and when, counts for open ones.
    private async Task<List<TicketEvent>> EventsAsync(TicketId[] ids, List<TicketId> open, CancellationToken ct) => await db.Set<TicketEvent>().AsNoTracking()
        .Where(e => ids.Contains(e.TicketId) && (TicketHistory.Moves.Contains(e.Type) || (TicketPast.Told.Contains(e.Type) && open.Contains(e.TicketId))))
        .OrderBy(e => e.TicketId).ThenBy(e => e.Sequence).ToListAsync(ct);

    private async Task<HashSet<UserId>> StaffAsync(List<TicketId> open, List<RoleId> workers, CancellationToken ct) => await db.Set<Grant>()
        .Where(g => workers.Contains(g.RoleId) && db.Set<Comment>().Any(c => open.Contains(c.TicketId) && c.AuthorId == g.UserId))
        .Select(g => g.UserId).ToHashSetAsync(ct);

    /// <summary>The first public message of somebody who works on tickets and is not the requester.</summary>
    private async Task<Dictionary<TicketId, DateTimeOffset>> AnswersAsync(TicketId[] ids, List<RoleId> workers, CancellationToken ct) => await (
        from comment in db.Set<Comment>()
        join ticket in db.Tickets on comment.TicketId equals ticket.Id
        where ids.Contains(comment.TicketId) && comment.Visibility == Visibility.Public && comment.AuthorId != ticket.RequesterId
            && db.Set<Grant>().Any(g => g.UserId == comment.AuthorId && workers.Contains(g.RoleId))
        group comment.CreatedAt by comment.TicketId into written
        select new { written.Key, At = written.Min() }).ToDictionaryAsync(x => x.Key, x => x.At, ct);

    private static List<CategoryId> Path(CategoryId? category, Dictionary<CategoryId, CategoryId?> parents)
    {
        List<CategoryId> path = [];
        for (var at = category; at is { } here && !path.Contains(here); at = parents.GetValueOrDefault(here))
            path.Add(here);

        return path;
    }

    private sealed record Row(
        TicketId Id, string Practice, Priority Priority, ServiceId? Service, CategoryId? Category, SiteId? Site, TeamId? Team, UserId Requester,
        DateTimeOffset OpenedAt, bool Open, string Reference, string Title, PendingReason? WaitingFor)
    {
        public bool Vip { get; init; }
        public IReadOnlyList<Guid> Groups { get; init; } = [];

        public TicketFacts Facts(IReadOnlyList<CategoryId> path) => new(Enum.Parse<Practice>(Practice, ignoreCase: true), Priority)
        {
            Service = Service,
            CategoryPath = path,
            Site = Site,
            RequesterGroups = Groups,
            Vip = Vip,
        };
    }
}
