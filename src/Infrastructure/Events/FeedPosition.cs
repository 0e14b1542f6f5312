using System.Globalization;

namespace ServiceDesk.Infrastructure.Events;

/// <summary>
/// A place in the stream of events: the transaction, then the row. Rows are numbered before they are committed, so the number alone
/// would lose events (ruling 13).
/// </summary>
public readonly record struct FeedPosition(ulong Xid, long Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Xid}-{Id}");

    public static FeedPosition? Parse(string? text)
    {
        var parts = (text ?? "").Split('-');
        return parts.Length == 2
            && ulong.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var xid)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new FeedPosition(xid, id)
            : null;
    }
}
