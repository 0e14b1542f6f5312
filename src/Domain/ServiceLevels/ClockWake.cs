using System.Globalization;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>
/// When in a clock's life something is to happen: at a share of its target, or so many plain seconds before it is due. Its text is the
/// key under which it fires once: "0.75", "1", "-1800".
/// </summary>
public readonly record struct WakeLevel
{
    public const int TextMaxLength = 32;

    private const string ShareFormat = "0.####";

    /// <summary>The due instant itself, at which a breach is recorded.</summary>
    public static WakeLevel Due { get; } = At(1);

    public decimal? Share { get; private init; }
    public long? LeadSeconds { get; private init; }

    /// <summary>Shares are told apart to the hundredth of a per cent.</summary>
    public static WakeLevel At(decimal share) => new() { Share = decimal.Parse(Text(share), CultureInfo.InvariantCulture) };

    public static WakeLevel Before(long seconds) => seconds == 0 ? Due : new() { LeadSeconds = seconds };

    public static WakeLevel Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        return text.StartsWith('-')
            ? Before(long.Parse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture))
            : At(decimal.Parse(text, CultureInfo.InvariantCulture));
    }

    public override string ToString() =>
        LeadSeconds is { } lead ? "-" + lead.ToString(CultureInfo.InvariantCulture) : Text(Share ?? 1);

    private static string Text(decimal share) => decimal.Round(share, 4).ToString(ShareFormat, CultureInfo.InvariantCulture);
}

/// <summary>
/// A time at which to look at a clock again. It may be too early, as pauses move deadlines on, never too late: who looks folds again,
/// and plans anew when nothing is due. Fires once.
/// </summary>
public sealed class ClockWake
{
    private ClockWake() { }

    internal ClockWake(ServiceLevelClock clock, WakeLevel level, DateTimeOffset at) =>
        (ClockId, TicketId, Level, At) = (clock.Id, clock.TicketId, level.ToString(), at);

    public ClockId ClockId { get; private init; }
    public string Level { get; private init; } = "";
    public TicketId TicketId { get; private init; }

    /// <summary>Null while its clock stands still.</summary>
    public DateTimeOffset? At { get; private set; }
    public DateTimeOffset? FiredAt { get; private init; }

    internal void Expect(DateTimeOffset at)
    {
        if (FiredAt is null && (At is null || at < At))
            At = at;
    }
}
