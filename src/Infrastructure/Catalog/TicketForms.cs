using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Catalog;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Catalog;

/// <summary>Keeps matrices and fields for two seconds; a change made on this server counts at once.</summary>
internal sealed class TicketForms(IServiceScopeFactory scopes, TimeProvider clock) : ITicketForms
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(2);
    private volatile Kept? kept;

    public async ValueTask<PriorityMatrix> MatrixAsync(Practice practice, CancellationToken ct) => (await ReadAsync(ct)).Matrices[practice];

    public async ValueTask<IReadOnlyDictionary<string, CustomField>> FieldsAsync(Practice practice, CancellationToken ct) =>
        (await ReadAsync(ct)).Fields.Where(f => f.Practice is null || f.Practice == practice).ToDictionary(f => f.Key);

    public void Forget() => kept = null;

    private async ValueTask<Forms> ReadAsync(CancellationToken ct)
    {
        if (kept is { Forms: { } forms } fresh && clock.GetElapsedTime(fresh.LoadedAt) < Lifetime)
            return forms;

        // What is forgotten while it is read is not put back.
        var started = new Kept(null, clock.GetTimestamp());
        kept = started;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDeskDbContext>();
        var read = new Forms(
            await db.PriorityMatrices.AsNoTracking().ToDictionaryAsync(m => m.Practice, ct),
            await db.Set<CustomField>().AsNoTracking().Where(f => f.Active).ToListAsync(ct));
        Interlocked.CompareExchange(ref kept, started with { Forms = read }, started);
        return read;
    }

    private sealed record Forms(Dictionary<Practice, PriorityMatrix> Matrices, List<CustomField> Fields);

    private sealed record Kept(Forms? Forms, long LoadedAt);
}
