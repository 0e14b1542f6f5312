using System.Globalization;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Infrastructure.Seeding;

/// <summary>The public holidays the product brings, from seed/holidays: a name in the first line, then a date and its name on each.</summary>
internal static class HolidayFiles
{
    public const string Prefix = "holidays/";

    /// <summary>Each set by the name of its file: "fr", "gb-sct".</summary>
    public static IEnumerable<(string Key, HolidaySet Set)> Read(DateTimeOffset now)
    {
        var assembly = typeof(HolidayFiles).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var name = reader.ReadLine()!.TrimStart('#', ' ');
            var days = new List<Holiday>();
            while (reader.ReadLine() is { Length: > 0 } line)
                days.Add(new Holiday(DateOnly.ParseExact(line[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture), line[11..], []));

            yield return (resource[Prefix.Length..], HolidaySet.Introduce(name, days, now));
        }
    }
}
