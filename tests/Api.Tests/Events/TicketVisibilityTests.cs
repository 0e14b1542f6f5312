using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Api.Tests.Events;

/// <summary>Events judge who sees a ticket in memory, lists in the database: the two must never differ.</summary>
public sealed class TicketVisibilityTests : ApiTest
{
    [Test]
    public async Task The_rule_in_memory_says_what_the_filter_of_the_database_says()
    {
        foreach (var (who, restricted) in new[] { ("alice", false), ("alice", true), ("carl", false), ("tom", true), ("paula", true) })
        {
            var opened = await As("sue").Open($"For {who}", new { requesterId = await UserId(who), restricted });
            if (who == "carl")
                await As("dan").Post($"incidents/{opened.Id}/assign", new { teamId = await TeamId("network"), assigneeId = await UserId("tina") });
        }

        var judged = 0;
        var tickets = await Desk.Db(db => db.Tickets.Select(t => new
        {
            t.Id,
            Audience = new TicketAudience(t.Restricted, t.RequesterId, t.OpenedById, t.AssigneeId, t.TeamId, t.SiteId, t.Watchers.Select(w => w.UserId).ToList()),
        }).ToListAsync());
        foreach (var userName in new[] { "alice", "tom", "tina", "dan", "sue", "carl", "paula", "admin" })
        {
            await using var scope = Desk.Services.CreateAsyncScope();
            var user = (await scope.ServiceProvider.GetRequiredService<AccessReader>().OfTokenAsync(
                System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(Desk.TokenOf(userName))), default))!;
            scope.ServiceProvider.GetRequiredService<Caller>().Is(user);
            var visible = await scope.ServiceProvider.GetRequiredService<ServiceDeskDbContext>().Tickets.Select(t => t.Id).ToListAsync();
            foreach (var ticket in tickets)
            {
                Assert.That(TicketVisibility.Sees(user, ticket.Audience), Is.EqualTo(visible.Contains(ticket.Id)), $"{userName}, {ticket.Audience}");
                judged++;
            }
        }

        Assert.That(judged, Is.GreaterThanOrEqualTo(40));
    }
}
