using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Incidents;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Tickets;

/// <summary>How a ticket is named in a URL or a body: by its id or by its reference, INC-000123 or inc-123.</summary>
public readonly record struct TicketKey(Guid? Id, string? Reference)
{
    public static TicketKey Of(TicketId id) => new(id.Value, null);

    public static bool TryParse(string? text, IFormatProvider? provider, [MaybeNullWhen(false)] out TicketKey key)
    {
        key = default;
        if (Guid.TryParse(text, out var id))
        {
            key = new TicketKey(id, null);
            return true;
        }

        var parts = (text ?? "").Split('-');
        if (parts.Length == 2 && parts[0].Length == 3 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            key = new TicketKey(null, parts[0].ToUpperInvariant() + "-" + number.ToString("D6", CultureInfo.InvariantCulture));
        else
            key = new TicketKey(null, "");

        return true;
    }

    /// <summary>The predicate that finds it.</summary>
    public Expression<Func<T, bool>> Matches<T>()
        where T : Ticket
    {
        if (Id is { } id)
        {
            var ticketId = new TicketId(id);
            return t => t.Id == ticketId;
        }

        var reference = Reference;
        return t => t.Reference == reference;
    }

    public override string ToString() => Id?.ToString() ?? Reference ?? "";
}

/// <summary>Loading tickets for a command.</summary>
public static class TicketLoading
{
    /// <summary>
    /// The ticket, or not found when it is not there or not visible; 412 when If-Match names another version. Pass the set
    /// with what the verb needs included.
    /// </summary>
    public static async Task<T> ForCommandAsync<T>(this IQueryable<T> tickets, TicketKey key, IRequestConditions conditions, ICurrentUser user, CancellationToken ct)
        where T : Ticket
    {
        ArgumentNullException.ThrowIfNull(user);
        var ticket = await tickets.OneAsync(key, ct);
        if (conditions.IfMatch is { } asked && !asked.Allows(user.VersionOf(ticket)))
            throw new PreconditionFailedException(
                user.VersionOf(ticket), async (sender, stop) => await sender.Send(new GetIncident(TicketKey.Of(ticket.Id)), stop),
                async (sender, stop) => await sender.Send(new ListChangesSince(ticket.Id.Value, asked.Known), stop));

        return ticket;
    }

    /// <summary>The ticket whatever its version, where If-Match is of something below it.</summary>
    public static async Task<T> OneAsync<T>(this IQueryable<T> tickets, TicketKey key, CancellationToken ct)
        where T : Ticket =>
        await tickets.Where(key.Matches<T>()).SingleOrDefaultAsync(ct) ?? throw new NotFoundException("The ticket");
}
