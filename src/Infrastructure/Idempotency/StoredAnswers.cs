using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Idempotency;

internal sealed class StoredAnswers(ServiceDeskDbContext db) : IStoredAnswers
{
    private const string Gone = """{"type":"/problems/answer.redacted","title":"What this request wrote was removed.","status":410,"code":"answer.redacted"}""";

    public Task RedactAsync(UserId caller, Guid mentioned, CancellationToken ct) => db.Database.ExecuteSqlAsync($$"""
        update idempotent_answers
        set status = 410, headers = '{"Content-Type": "application/problem+json"}'::jsonb, body = convert_to({{Gone}}, 'UTF8')
        where user_id = {{caller.Value}} and position(convert_to({{mentioned.ToString()}}, 'UTF8') in body) > 0
        """, ct);

    public Task RedactAsync(Guid mentioned, CancellationToken ct) => db.Database.ExecuteSqlAsync($$"""
        update idempotent_answers
        set status = 410, headers = '{"Content-Type": "application/problem+json"}'::jsonb, body = convert_to({{Gone}}, 'UTF8')
        where position(convert_to({{mentioned.ToString()}}, 'UTF8') in body) > 0
        """, ct);
}
