using System.Linq.Expressions;
using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Notifications;

namespace ServiceDesk.Application.Notifications;

/// <summary>What the caller was told, newest first; tickets they may no longer see are left out.</summary>
[Permission(Permissions.SignedIn)]
public sealed record ListNotifications(bool? Unread = null, int? Limit = null, string? Cursor = null) : IQuery<Page<NotificationResponse>>;

/// <summary>One thing the caller was told; <c>Data</c> depends on the kind.</summary>
public sealed record NotificationResponse(
    Guid Id, NotificationKind Kind, TicketRef Ticket, PersonRef Actor, JsonElement Data, DateTimeOffset At, DateTimeOffset? ReadAt);

internal sealed class ListNotificationsValidator : AbstractValidator<ListNotifications>
{
    public ListNotificationsValidator() => RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
}

internal sealed class ListNotificationsHandler(IServiceDeskDb db, ICurrentUser user) : IRequestHandler<ListNotifications, Page<NotificationResponse>>
{
    private const string Sort = "-id";

    // What who joined a major incident is told of it without seeing the ticket.
    private static readonly NotificationKind[] OfMajors = [NotificationKind.MajorUpdated, NotificationKind.StateChanged];

    /// <summary>Its reader sees the ticket, or is affected by the major incident that it is.</summary>
    internal static Expression<Func<Notification, bool>> TellableTo(IServiceDeskDb db) => n =>
        db.Tickets.Any(t => t.Id == n.TicketId)
        || (OfMajors.Contains(n.Kind) && db.Set<JoinedMajor>().Any(m => m.TicketId == n.TicketId && m.UserId == n.UserId));

    public async Task<Page<NotificationResponse>> Handle(ListNotifications request, CancellationToken ct)
    {
        var limit = request.Limit ?? Paging.DefaultLimit;
        var mine = db.Set<Notification>().AsNoTracking().Where(n => n.UserId == user.Id);
        if (request.Unread is { } unread)
            mine = unread ? mine.Where(n => n.ReadAt == null) : mine.Where(n => n.ReadAt != null);
        if (Cursor.Parse(request.Cursor, Sort, 1) is { } after)
        {
            var last = Guid.Parse(after.Values[0]);
            mine = mine.Where(n => n.Id < last);
        }

        var rows = await mine.Where(TellableTo(db)).OrderByDescending(n => n.Id)
            .Select(n => new
            {
                Told = n,
                Seen = db.Tickets.Where(t => t.Id == n.TicketId).Select(t => new TicketRef(t.Id.Value, t.Reference, t.Title)).FirstOrDefault(),
                Joined = db.Set<JoinedMajor>().Where(m => m.TicketId == n.TicketId && m.UserId == n.UserId)
                    .Select(m => new TicketRef(m.TicketId.Value, m.Reference, m.Title)).FirstOrDefault(),
                Actor = new PersonRef(n.ActorId.Value, db.Users.Where(u => u.Id == n.ActorId).Select(u => u.Name).FirstOrDefault() ?? ""),
            })
            .Take(limit + 1).ToListAsync(ct);
        var items = rows.Take(limit).Select(r => new NotificationResponse(
            r.Told.Id, r.Told.Kind, r.Seen ?? r.Joined!, r.Actor, JsonElement.Parse(r.Told.Data), r.Told.At, r.Told.ReadAt)).ToList();
        return new Page<NotificationResponse>(items, rows.Count > limit ? new Cursor(Sort, [items[^1].Id.ToString()]).ToString() : null);
    }
}
