using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Notifications;

namespace ServiceDesk.Application.Notifications;

/// <summary>Marks one notification of the caller as read, or all of them when none is named.</summary>
[Permission(Permissions.SignedIn)]
public sealed record ReadNotifications(Guid? Id) : ICommand<NotificationCount>;

internal sealed class ReadNotificationsHandler(IServiceDeskDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ReadNotifications, NotificationCount>
{
    public async Task<NotificationCount> Handle(ReadNotifications request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var mine = db.Set<Notification>().Where(n => n.UserId == user.Id);
        if (request.Id is { } id)
        {
            mine = mine.Where(n => n.Id == id);
            if (!await mine.AnyAsync(ct))
                throw new NotFoundException("The notification");
        }

        await mine.Where(n => n.ReadAt == null).ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, now), ct);
        return await new CountNotificationsHandler(db, user).Handle(new CountNotifications(), ct);
    }
}
