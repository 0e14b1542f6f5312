using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Incidents;

namespace ServiceDesk.Application.Incidents;

/// <summary>The incidents directly below one, oldest first; with "open" only those still to be solved.</summary>
[Permission(Permissions.IncidentsRead)]
public sealed record ListIncidentChildren(TicketKey Incident, bool? Open, int Limit, string? Cursor) : IQuery<Page<LinkedTicket>>;

internal sealed class ListIncidentChildrenValidator : AbstractValidator<ListIncidentChildren>
{
    public ListIncidentChildrenValidator() => RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
}

internal sealed class ListIncidentChildrenHandler(IServiceDeskDb db, ICurrentUser user, ConversationScope scope)
    : IRequestHandler<ListIncidentChildren, Page<LinkedTicket>>
{
    private const string Sort = "openedAt";

    public async Task<Page<LinkedTicket>> Handle(ListIncidentChildren request, CancellationToken ct)
    {
        var parent = await scope.IdAsync<Incident>(request.Incident, ct);
        var children = db.Incidents.AsNoTracking().Where(i => i.ParentId == parent);
        if (request.Open is { } open)
            children = children.Where(i => EF.Property<bool>(i, "open") == open);
        if (Cursor.Parse(request.Cursor, Sort, 2) is { } cursor)
        {
            var (at, id) = (cursor.Instant(0), new Domain.Tickets.TicketId(cursor.Id(1)));
            children = children.Where(i => EF.Functions.GreaterThan(ValueTuple.Create(i.OpenedAt, i.Id), ValueTuple.Create(at, id)));
        }

        var rows = await children.OrderBy(i => i.OpenedAt).ThenBy(i => i.Id).Take(request.Limit + 1)
            .Select(i => new
            {
                i.OpenedAt,
                i.TeamId,
                i.SiteId,
                i.UpdatedAt,
                Child = new LinkedTicket(
                    i.Id.Value, i.Reference, i.Title, i.State, i.Priority,
                    db.Users.Where(u => u.Id == i.AssigneeId).Select(u => new PersonRef(u.Id.Value, u.Name)).FirstOrDefault(), i.PublicUpdatedAt),
            })
            .ToListAsync(ct);
        var page = rows.ToPage(request.Limit, Sort, r => [Keyset.Text(r.OpenedAt), r.Child.Id.ToString()]);
        return new Page<LinkedTicket>([.. page.Items.Select(r => r.Child.As(user, r.TeamId, r.SiteId, r.UpdatedAt))], page.NextCursor);
    }
}
