using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Api.Tests.Verification;
using ServiceDesk.Infrastructure.Audit;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Api.Tests.Platform;

public sealed class ErasureTests : ApiTest
{
    [Test]
    public async Task Nobody_can_tell_any_more_who_an_erased_person_was_and_the_chain_is_whole()
    {
        var opened = await As("alice").Open();
        var id = await UserId("alice");
        (await As("admin").Post($"users/{id}/erase")).Expect(HttpStatusCode.Conflict, "user.active");
        (await As("admin").Post($"users/{id}/deactivate")).Expect(HttpStatusCode.OK);
        await Desk.SealAsync();

        (await As("admin").Post($"users/{id}/erase")).Expect(HttpStatusCode.OK);

        var trail = (await As("sue").Get($"audit?entity=user&entityId={id}")).Expect(HttpStatusCode.OK);
        await Desk.SealAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await As("tom").Get($"incidents/{opened.Id}"))["requester"].GetProperty("name").GetString(), Is.EqualTo("Erased person"));
            Assert.That(trail["items"].GetArrayLength(), Is.GreaterThanOrEqualTo(3));
            Assert.That(trail.Text, Does.Not.Contain("Alice").And.Not.Contain("alice"));
            Assert.That(await Desk.Db(db => db.Set<Account>().CountAsync(a => a.Id == id)), Is.Zero);
            Assert.That(await Desk.Db(db => db.Set<PersonalKey>().CountAsync(k => k.UserId == id)), Is.Zero);
            Assert.That(await Desk.Db(async db => (await db.Set<AuditEntry>().ToListAsync()).Where(e => (e.Before + e.After).Contains("Alice"))), Is.Empty);
        }

        (await As("alice").Get("session")).Expect(HttpStatusCode.Unauthorized, "session.required");
        (await As("admin").Post($"users/{id}/erase")).Expect(HttpStatusCode.Conflict, "user.erased");
        (await As("admin").Post($"users/{id}/reactivate")).Expect(HttpStatusCode.Conflict, "user.erased");
        var (code, said) = await VerificationTests.VerifyAsync(Desk);
        Assert.That(code, Is.Zero, said);
    }

    [TestCase("tom")]
    [TestCase("sue")]
    public async Task Only_who_has_the_right_erases(string who) =>
        (await As(who).Post($"users/{await UserId("paula")}/erase")).Expect(HttpStatusCode.Forbidden, "forbidden");
}
