using Microsoft.EntityFrameworkCore;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Api.Tests.Tickets;

/// <summary>Many different tickets at once, the same for the same seed.</summary>
internal static class TicketSeed
{
    private static readonly string[] Things = ["printer", "VPN", "laptop", "imprimante", "réseau", "écran", "password", "mailbox"];

    public static Task<List<Guid>> Seed(this Desk desk, int count, int seed = 7) => desk.Db(async db =>
    {
        var random = new Random(seed);
        var people = await db.Set<User>().Where(u => u.UserName != "system").OrderBy(u => u.UserName).ToListAsync();
        var teams = await db.Teams.OrderBy(t => t.Key).ToListAsync();
        var site = await db.Sites.FirstAsync();
        var matrix = await db.PriorityMatrices.SingleAsync(m => m.Practice == Practice.Incident);
        List<Guid> made = [];
        for (var i = 0; i < count; i++)
        {
            var at = desk.Clock.GetUtcNow().AddMinutes(-random.Next(1, 60 * 24 * 30));
            var requester = people[random.Next(people.Count)].Id;
            var opening = new NewTicket(
                await db.NextNumberAsync(Practice.Incident, default), $"The {Things[random.Next(Things.Length)]} fails {i}", "It happened again", (Impact)random.Next(1, 4), (Urgency)random.Next(1, 4),
                (Channel)random.Next(0, 4), requester)
            {
                TeamId = random.Next(3) == 0 ? null : teams[random.Next(teams.Count)].Id,
                SiteId = random.Next(2) == 0 ? site.Id : null,
                Restricted = random.Next(5) == 0,
                Tags = random.Next(2) == 0 ? ["t" + random.Next(3)] : [],
            };
            var incident = Incident.Open(opening, matrix, new Act(random.Next(2) == 0 ? requester : people[random.Next(people.Count)].Id, at));
            var by = new Act(people[random.Next(people.Count)].Id, at.AddMinutes(1));
            if (random.Next(2) == 0)
                incident.AddWatcher(people[random.Next(people.Count)].Id, by);
            if (random.Next(2) == 0)
                incident.Assign(teams[random.Next(teams.Count)].Id, random.Next(2) == 0 ? people[random.Next(people.Count)].Id : null, by);
            if (random.Next(3) == 0)
                incident.Resolve(new Resolution(ResolutionCode.Fixed, "Done"), TimeSpan.FromHours(1), by);
            if (random.Next(2) == 0)
                incident.Due(at.AddHours(random.Next(1, 100)));
            db.Add(incident);
            made.Add(incident.Id.Value);
        }

        await db.SaveChangesAsync();
        return made;
    });
}
