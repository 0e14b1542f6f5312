using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>
/// The guesses at one name's password or code that were not right. It is kept for names that nobody has as well, so that they answer alike,
/// and by a hash, because people type passwords where the name belongs.
/// </summary>
public sealed class SignInGuess
{
    public byte[] Name { get; init; } = [];
    public int Guesses { get; init; }

    /// <summary>They are forgotten from then on.</summary>
    public DateTimeOffset ForgottenAt { get; init; }
}

/// <summary>
/// At most five guesses in a row are checked, then nobody is let in by that name for a while. A guess is counted before it is checked, and in
/// the database, so that neither guessing all at once nor at several servers gives more of them.
/// </summary>
internal sealed class SignInGuesses(ServiceDeskDbContext db, UserManager<Account> manager, OneAtATime turns, TimeProvider clock)
{
    public const int Most = 5;

    /// <summary>How long after the latest one they are forgotten.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(5);

    /// <summary>Counts a guess; the caller says how it ended, or it was wrong.</summary>
    public async Task<Guess> CountAsync(string userName, CancellationToken ct)
    {
        var name = KeyOf(userName);
        var turn = await turns.EnterAsync(name[0], ct);
        try
        {
            var now = clock.GetUtcNow();
            var counted = await db.Database.SqlQuery<int>($"""
                insert into sign_in_guesses as g (name, guesses, forgotten_at) values ({name}, 1, {now + Wait})
                on conflict (name) do update set guesses = case when g.forgotten_at <= {now} then 1 else g.guesses + 1 end, forgotten_at = greatest(g.forgotten_at, excluded.forgotten_at)
                where g.guesses < {Most} or g.forgotten_at <= {now}
                returning guesses as "Value"
                """).ToListAsync(ct);
            return new Guess(this, turn, name, counted.Count == 1 ? counted[0] : null);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>All of them are forgotten, and with them the wait; false when there were none.</summary>
    public async Task<bool> ForgetAsync(string userName, CancellationToken ct) => await At(KeyOf(userName)).ExecuteDeleteAsync(ct) > 0;

    private IQueryable<SignInGuess> At(byte[] name) => db.Set<SignInGuess>().Where(g => g.Name == name);

    private TimeSpan Until(DateTimeOffset? end) => end - clock.GetUtcNow() is { } left && left > TimeSpan.Zero ? left : TimeSpan.FromSeconds(1);

    private byte[] KeyOf(string userName) => SHA256.HashData(Encoding.UTF8.GetBytes(manager.NormalizeName(userName)!));

    /// <summary>One guess that was counted, unless there were too many before it.</summary>
    public sealed class Guess(SignInGuesses guesses, IDisposable turn, byte[] name, int? number) : IDisposable
    {
        public bool MayBeChecked => number is not null;

        /// <summary>There is none after it.</summary>
        public bool IsLast => number >= Most;

        /// <summary>It was right.</summary>
        public Task RightAsync(CancellationToken ct) => guesses.At(name).ExecuteDeleteAsync(ct);

        /// <summary>It was half of what is wanted: no failure, and nothing is forgotten for it either.</summary>
        public Task HalfAsync(CancellationToken ct) => guesses.At(name).Where(g => g.Guesses > 0)
            .ExecuteUpdateAsync(s => s.SetProperty(g => g.Guesses, g => g.Guesses - 1), ct);

        public async Task<TimeSpan> WaitAsync(CancellationToken ct) =>
            guesses.Until(await guesses.At(name).Select(g => (DateTimeOffset?)g.ForgottenAt).SingleOrDefaultAsync(ct));

        public void Dispose() => turn.Dispose();
    }
}

/// <summary>
/// Of those who sign in at this server by one name, one at a time: a guess counts before it is checked, and without this five people who sign in
/// at once with the right password would lock out the sixth. Names share places.
/// </summary>
internal sealed class OneAtATime : IDisposable
{
    private readonly SemaphoreSlim[] places = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1))];

    public async Task<IDisposable> EnterAsync(byte place, CancellationToken ct)
    {
        await places[place].WaitAsync(ct);
        return new Turn(places[place]);
    }

    public void Dispose() => Array.ForEach(places, p => p.Dispose());

    private sealed class Turn(SemaphoreSlim place) : IDisposable
    {
        public void Dispose() => place.Release();
    }
}
