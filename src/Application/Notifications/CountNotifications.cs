using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Notifications;

namespace ServiceDesk.Application.Notifications;

/// <summary>How many the caller has not read, counted up to 100.</summary>
[Permission(Permissions.SignedIn)]
public sealed record CountNotifications : IQuery<NotificationCount>;

/// <summary>Exact up to 99; <c>Capped</c> says that there are more.</summary>
public sealed record NotificationCount(int Unread, bool Capped);

internal sealed class CountNotificationsHandler(IServiceDeskDb db, ICurrentUser user) : IRequestHandler<CountNotifications, NotificationCount>
{
    private const int Cap = 99;

    public async Task<NotificationCount> Handle(CountNotifications request, CancellationToken ct)
    {
        var unread = await db.Set<Notification>().Where(n => n.UserId == user.Id && n.ReadAt == null).Where(ListNotificationsHandler.TellableTo(db))
            .Take(Cap + 1).CountAsync(ct);
        return new NotificationCount(Math.Min(unread, Cap), unread > Cap);
    }
}
