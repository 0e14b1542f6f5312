using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Attachments;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Attachments;

/// <summary>Files that were uploaded before (POST /attachments) become a ticket's, in the save of the command that names them.</summary>
public sealed class AttachmentBinding(IServiceDeskDb db, ICurrentUser user)
{
    public const int MostAtOnce = 20;

    /// <summary>
    /// Only the caller's own uploads of the last day that are nobody's yet. With a comment, the files have its visibility.
    /// </summary>
    public async Task BindAsync(IReadOnlyList<Guid>? ids, Ticket ticket, Comment? comment, Act act, CancellationToken ct)
    {
        if (ids is null or { Count: 0 })
            return;

        var wanted = ids.Distinct().Select(i => new AttachmentId(i)).ToList();
        var since = act.At - Attachment.UnattachedLifetime;
        var files = await db.Set<Attachment>()
            .Where(a => wanted.Contains(a.Id) && a.UploadedById == user.Id && a.TicketId == null && a.RemovedAt == null && a.UploadedAt > since)
            .ToListAsync(ct);
        if (files.Count != wanted.Count)
            throw RuleViolationException.Meaning("attachment.unknown", "attachmentIds names a file that you did not upload within a day, or that is attached already.");

        foreach (var file in files.OrderBy(f => wanted.IndexOf(f.Id)))
            file.AttachTo(ticket, comment?.Id, comment?.Visibility ?? Visibility.Public, act);
    }
}
