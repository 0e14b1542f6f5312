using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ServiceDesk.Application.Common;

/// <summary>ISO 8601 durations of hours, minutes and whole seconds; a day would mean different things to a calendar.</summary>
public static partial class IsoDuration
{
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        var match = Pattern().Match(text);
        if (!match.Success || text.EndsWith('T'))
            return false;

        long Part(string name) => match.Groups[name].Success ? long.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;
        duration = TimeSpan.FromSeconds((Part("h") * 3600) + (Part("m") * 60) + Part("s"));
        return true;
    }

    public static string Format(TimeSpan duration)
    {
        var seconds = (long)duration.TotalSeconds;
        if (seconds == 0)
            return "PT0S";

        var text = new StringBuilder(seconds < 0 ? "-PT" : "PT");
        seconds = Math.Abs(seconds);
        foreach (var (amount, unit) in new[] { (seconds / 3600, 'H'), (seconds / 60 % 60, 'M'), (seconds % 60, 'S') })
        {
            if (amount > 0)
                text.Append(amount).Append(unit);
        }

        return text.ToString();
    }

    [GeneratedRegex(@"\APT(?:(?<h>\d{1,7})H)?(?:(?<m>\d{1,8})M)?(?:(?<s>\d{1,9})S)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
