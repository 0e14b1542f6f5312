using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Tickets;

/// <summary>
/// The version and the time of the last change as the caller may know them: who does not read a ticket's notes is not told by them that
/// one was written (ruling 16).
/// </summary>
internal static class TicketVersions
{
    public static long VersionOf(this ICurrentUser user, Ticket ticket) => user.ReadsNotesOf(ticket) ? ticket.Version : ticket.PublicVersion;

    public static DateTimeOffset UpdatedAtOf(this ICurrentUser user, Ticket ticket) =>
        user.ReadsNotesOf(ticket) ? ticket.UpdatedAt : ticket.PublicUpdatedAt;

    /// <summary>The same in SQL over a ticket of this alias.</summary>
    public static SqlText Version(ICurrentUser user, string alias) => Either(user, alias, "version");

    public static SqlText UpdatedAt(ICurrentUser user, string alias) => Either(user, alias, "updated_at");

    /// <summary>Of these tickets, those whose notes the caller reads.</summary>
    public static async Task<IReadOnlyCollection<TicketId>> WithNotesAsync(
        this IServiceDeskDb db, ICurrentUser user, IReadOnlyCollection<TicketId> tickets, CancellationToken ct)
    {
        var notes = user.ReachOf(Permissions.CommentsReadInternal);
        return notes.Everywhere ? tickets
            : notes.IsNone ? []
            : await db.Tickets.EvenInvisible().Within(notes).Where(t => tickets.Contains(t.Id)).Select(t => t.Id).ToListAsync(ct);
    }

    private static bool ReadsNotesOf(this ICurrentUser user, Ticket ticket) => user.May(Permissions.CommentsReadInternal, ticket);

    private static SqlText Either(ICurrentUser user, string alias, string column)
    {
        var notes = user.ReachOf(Permissions.CommentsReadInternal);
        var (full, open) = (SqlText.Raw($"{alias}.{column}"), SqlText.Raw($"{alias}.public_{column}"));
        return notes.Everywhere ? full : notes.IsNone ? open : SqlText.Of($"case when {notes.Covers(alias)} then {full} else {open} end");
    }
}
