using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.People;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Infrastructure.Audit;

internal sealed class PersonalRecords(ServiceDeskDbContext db) : IPersonalRecords
{
    public async Task RemoveAsync(UserId user, CancellationToken ct)
    {
        var id = user.Value;
        db.RemoveRange(await db.Set<PersonalKey>().Where(k => k.UserId == id).ToListAsync(ct));
        db.RemoveRange(await db.Set<Account>().Where(a => a.Id == id).ToListAsync(ct));
        db.RemoveRange(await db.Set<Session>().Where(s => s.UserId == id).ToListAsync(ct));
        db.RemoveRange(await db.Set<ApiToken>().Where(t => t.UserId == id).ToListAsync(ct));
        db.RemoveRange(await db.Set<TicketRead>().Where(r => r.UserId == user).ToListAsync(ct));
        db.RemoveRange(await db.Set<IdempotentAnswer>().Where(a => a.UserId == id).ToListAsync(ct));
    }
}
