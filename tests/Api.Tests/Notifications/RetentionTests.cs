using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Domain.Notifications;
using ServiceDesk.Infrastructure.Housekeeping;
using ServiceDesk.Infrastructure.Outbox;

namespace ServiceDesk.Api.Tests.Notifications;

public sealed class RetentionTests : ApiTest
{
    [Test]
    public async Task What_was_delivered_and_read_goes_when_its_time_is_over_and_nothing_else()
    {
        var opened = await As("alice").Open();
        await As("tom").Post($"incidents/{opened.Id}/start");
        await As("tom").Post($"incidents/{opened.Id}/resolve", new { code = "fixed", text = "Done." });
        await DeliverAsync();
        await As("alice").Post("me/notifications/read");
        var other = await As("carl").Open();
        await As("tom").Post($"incidents/{other.Id}/cancel", new { reason = "A drill." });
        await DeliverAsync();

        Clock.Advance(TimeSpan.FromDays(31));
        await As("paula").Open("Today's");
        await Desk.InScopeAsync(async s =>
        {
            await s.GetRequiredService<IEnumerable<IChore>>().OfType<ForgetDelivered>().Single().RunAsync(default);
            await s.GetRequiredService<IEnumerable<IChore>>().OfType<ForgetNotifications>().Single().RunAsync(default);
        });

        var (alice, carl) = (new Domain.People.UserId(await UserId("alice")), new Domain.People.UserId(await UserId("carl")));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Desk.Db(db => db.Set<OutboxMessage>().CountAsync(m => m.DeliveredAt != null)), Is.Zero);
            Assert.That(await Desk.Db(db => db.Set<OutboxMessage>().CountAsync(m => m.DeliveredAt == null)), Is.GreaterThanOrEqualTo(1));
            Assert.That(await Desk.Db(db => db.Set<Notification>().AnyAsync(n => n.UserId == alice)), Is.False);
            Assert.That(await Desk.Db(db => db.Set<Notification>().AnyAsync(n => n.UserId == carl)), Is.True);
        }
    }

    private Task DeliverAsync() => Desk.InScopeAsync(async s =>
    {
        while (await s.GetRequiredService<OutboxStep>().RunOnceAsync(default) == TimeSpan.Zero) { }
    });
}
