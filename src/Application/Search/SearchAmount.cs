using System.Globalization;
using System.Text.RegularExpressions;

namespace ServiceDesk.Application.Search;

/// <summary>How much of a promise's time: hours or minutes of its own calendar (4h, 4bh, 90min), or a share of the target (75%).</summary>
internal readonly partial record struct SearchAmount(long Seconds, int? Percent)
{
    public static bool TryParse(string typed, out SearchAmount amount)
    {
        var match = Amount().Match(SearchFields.Fold(typed));
        var number = match.Success ? int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) : 0;
        amount = match.Groups["unit"].Value switch
        {
            "%" => new SearchAmount(0, number),
            "m" or "min" => new SearchAmount(number * 60L, null),
            _ => new SearchAmount(number * 3_600L, null),
        };
        return match.Success;
    }

    /// <summary>In seconds of this target.</summary>
    public long Of(long target) => Percent is { } percent ? ((target * percent) + 99) / 100 : Seconds;

    [GeneratedRegex(@"\A(?<n>\d{1,5})(?<unit>%|min|m|bh|ho|h)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
