using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Replies;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Replies;

/// <summary>What the places of a prepared text are filled with, for one ticket or one requester.</summary>
public sealed class Filling(IServiceDeskDb db, ICurrentUser user, TimeProvider clock)
{
    /// <summary>From a ticket the caller sees; the language is its requester's unless another is asked for.</summary>
    public async Task<(Dictionary<string, string?> Values, string Language)> OfTicketAsync(TicketKey key, string? language, CancellationToken ct)
    {
        var ticket = await db.Tickets.AsNoTracking().Where(key.Matches<Ticket>())
            .Select(t => new { t.Reference, t.Title, t.Priority, t.RequesterId, t.AssigneeId, t.TeamId, t.ServiceId, t.SiteId })
            .SingleOrDefaultAsync(ct) ?? throw new NotFoundException("The ticket");
        var (values, spoken) = await OfRequesterAsync(ticket.RequesterId, language, ct);
        var french = spoken == "fr";
        var names = await db.Settings.AsNoTracking().Select(_ => new
        {
            Assignee = db.Users.Where(u => u.Id == ticket.AssigneeId).Select(u => u.Name).FirstOrDefault(),
            Team = db.Teams.Where(x => x.Id == ticket.TeamId).Select(x => french ? x.Name.Fr ?? x.Name.En : x.Name.En ?? x.Name.Fr).FirstOrDefault(),
            Service = db.Services.Where(x => x.Id == ticket.ServiceId).Select(x => french ? x.Name.Fr ?? x.Name.En : x.Name.En ?? x.Name.Fr).FirstOrDefault(),
            Site = db.Sites.Where(x => x.Id == ticket.SiteId).Select(x => x.Name).FirstOrDefault(),
        }).SingleAsync(ct);
        values["ticket.reference"] = ticket.Reference;
        values["ticket.title"] = ticket.Title;
        values["ticket.priority"] = ticket.Priority.ToString();
        values["assignee.name"] = names.Assignee;
        values["team.name"] = names.Team;
        values["service.name"] = names.Service;
        values["site.name"] = names.Site;
        return (values, spoken);
    }

    public async Task<(Dictionary<string, string?> Values, string Language)> OfRequesterAsync(UserId? requester, string? language, CancellationToken ct)
    {
        var people = await db.Users.AsNoTracking().Where(u => u.Id == user.Id || u.Id == requester)
            .Select(u => new { u.Id, u.Name, u.Email, u.Language }).ToListAsync(ct);
        var (me, them) = (people.SingleOrDefault(p => p.Id == user.Id), people.SingleOrDefault(p => p.Id == requester));
        var today = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(user.TimeZone));
        var values = new Dictionary<string, string?>
        {
            ["requester.name"] = them?.Name,
            ["requester.firstName"] = FirstName(them?.Name),
            ["requester.email"] = them?.Email,
            ["me.name"] = me?.Name,
            ["me.firstName"] = FirstName(me?.Name),
            ["me.email"] = me?.Email,
            ["today"] = today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        };
        return (values, language ?? them?.Language ?? user.Language);
    }

    private static string? FirstName(string? name) => name?.Split(' ')[0];

    /// <summary>The places of the text that had nothing to be filled with.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyDictionary<string, string?> values, params IEnumerable<string> texts) =>
        [.. texts.SelectMany(Placeholders.Names).Distinct().Where(n => string.IsNullOrEmpty(values.GetValueOrDefault(n)))];
}
