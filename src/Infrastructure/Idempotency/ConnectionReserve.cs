using Npgsql;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Idempotency;

/// <summary>
/// A request that holds a connection to its end may want another for a moment (settings, rights). So that all of them never wait for
/// each other, a quarter of the pool is out of their reach.
/// </summary>
public sealed class ConnectionReserve(DatabaseConnection database) : IDisposable
{
    private readonly SemaphoreSlim places = new(Math.Max(1, new NpgsqlConnectionStringBuilder(database.Current).MaxPoolSize * 3 / 4));

    /// <summary>Waits for a place among those who hold one; dispose it to leave.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken ct)
    {
        await places.WaitAsync(ct);
        return new Place(places);
    }

    public void Dispose() => places.Dispose();

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
