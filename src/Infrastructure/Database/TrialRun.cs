namespace ServiceDesk.Infrastructure.Database;

/// <summary>Does something to see whether it would work, and undoes it.</summary>
public sealed class TrialRun(ServiceDeskDbContext db)
{
    public async Task<T> TryAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await transaction.CreateSavepointAsync(ServiceDeskDbContext.RetrySavepoint, ct);
        try
        {
            return await work();
        }
        finally
        {
            await transaction.RollbackAsync(CancellationToken.None);
            db.ForgetChanges();
        }
    }
}
