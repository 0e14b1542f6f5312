using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using static ServiceDesk.Api.Tests.ServiceLevels.CalendarClient;

namespace ServiceDesk.Api.Tests.ServiceLevels;

/// <summary>Every row of the business-time tables, through the API.</summary>
public sealed class PreviewTableTests : ApiTest
{
    private static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    [Test]
    public async Task Every_vector_holds()
    {
        var table = Table("vectors.json.gz");
        var calendars = new Dictionary<string, string>();
        foreach (var calendar in table.GetProperty("calendars").EnumerateObject())
            calendars[calendar.Name] = (await As("admin").Introduce(Text(calendar.Value, "zone"), Week(calendar.Value.GetProperty("hours")), Closed(calendar.Value))).Id;

        var vectors = table.GetProperty("vectors").EnumerateArray().ToList();
        var mistakes = await MistakesAsync(vectors, (api, vector) => MistakeAsync(api, calendars[Text(vector, "calendar")], vector));

        Assert.That(vectors, Has.Count.EqualTo(1_880));
        Assert.That(mistakes, Is.Empty);
    }

    [Test]
    public async Task Every_row_of_pandas_holds()
    {
        var rows = Table("pandas-business-hours.json.gz").GetProperty("vectors").EnumerateArray().ToList();
        var calendars = new Dictionary<string, string>();
        foreach (var row in rows.DistinctBy(Key))
            calendars[Key(row)] = (await As("admin").Introduce("UTC", MondayToFriday(Windows(row.GetProperty("windows"))), Closed(row))).Id;

        var mistakes = await MistakesAsync(rows, (api, row) => PandasMistakeAsync(api, calendars[Key(row)], row));

        Assert.That(rows, Has.Count.EqualTo(157));
        Assert.That(mistakes, Is.Empty);

        static string Key(JsonElement row) => row.GetProperty("windows").GetRawText() + row.GetProperty("holidays").GetRawText();
    }

    [Test]
    public async Task Every_change_of_the_clock_makes_its_day_longer_or_shorter()
    {
        var changes = Rows("tz-transitions.csv.gz").ConvertAll(r => new Change(
            r[0], Moment(r[1]), TimeSpan.FromSeconds(int.Parse(r[2], CultureInfo.InvariantCulture)), TimeSpan.FromSeconds(int.Parse(r[3], CultureInfo.InvariantCulture))));
        var calendars = new Dictionary<string, string>();
        foreach (var zone in changes.GroupBy(c => c.Zone))
            calendars[zone.Key] = await OnlyAsync(zone.Key, zone.Select(c => c.Day).Distinct().Select(d => Day(d, Window("00:00", "24:00"))));

        var mistakes = await MistakesAsync(changes, async (api, c) =>
        {
            var counted = await api.Preview(calendars[c.Zone], new { from = c.At.AddHours(-36), to = c.At.AddHours(36) });
            var day = System.Xml.XmlConvert.ToTimeSpan(counted["elapsed"].GetString()!);
            return day == TimeSpan.FromDays(1) - (c.After - c.Before) ? null : $"{c}: {day}";
        });

        Assert.That(changes, Has.Count.EqualTo(476));
        Assert.That(mistakes, Is.Empty);
    }

    [Test]
    public async Task Every_local_time_opens_at_its_first_occurrence_and_closes_at_its_last()
    {
        var changes = Rows("tz-transitions.csv.gz");
        var times = Rows("tz-local-times.csv.gz").ConvertAll(r => new LocalTime(r[0], DateTime.Parse(r[1], CultureInfo.InvariantCulture), r[2], r[3], r[4]));
        var calendars = await CalendarsAsync(times);

        var mistakes = await MistakesAsync(times, async (api, time) =>
        {
            var gap = time.Kind == "gap" ? Gap(changes, time) : (DateTimeOffset?)null;
            var opened = await EdgeAsync(api, calendars[(time, true)], time, first: true);
            var closed = time.Local.TimeOfDay == TimeSpan.Zero ? (DateTimeOffset?)null : await EdgeAsync(api, calendars[(time, false)], time, first: false);
            return opened != (gap ?? Moment(time.First)) ? $"{time} opens at {opened}"
                : closed is not null && closed != (gap ?? Moment(time.Kind == "ambiguous" ? time.Second : time.First)) ? $"{time} closes at {closed}" : null;
        });

        Assert.That(times, Has.Count.EqualTo(756));
        Assert.That(mistakes, Is.Empty);
    }

    // Times of one zone share a calendar as long as their days are further apart than what is previewed.
    private async Task<Dictionary<(LocalTime, bool), string>> CalendarsAsync(List<LocalTime> times)
    {
        var made = new Dictionary<(LocalTime, bool), string>();
        foreach (var opens in new[] { true, false })
        {
            var shared = times.Distinct().Where(t => opens || t.Local.TimeOfDay > TimeSpan.Zero).GroupBy(t => (t.Zone, t.Local.Date))
                .SelectMany(g => g.Select((t, i) => (Time: t, Number: i))).GroupBy(x => (x.Time.Zone, x.Number, DateOnly.FromDateTime(x.Time.Local).DayNumber % Apart), x => x.Time);
            foreach (var group in shared)
            {
                var calendar = await OnlyAsync(
                    group.Key.Zone, group.Select(t => Day(DateOnly.FromDateTime(t.Local), opens ? Window(Clock(t), "24:00") : Window("00:00", Clock(t)))));
                foreach (var time in group)
                    made[(time, opens)] = calendar;
            }
        }

        return made;

        static string Clock(LocalTime time) => time.Local.ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    // Open on these days alone, and on one in summer, as a calendar that is closed for good is refused.
    private async Task<string> OnlyAsync(string zone, IEnumerable<object> days) =>
        (await As("admin").Introduce(zone, new { }, [Day(new DateOnly(2026, 7, 15), Window("09:00", "10:00")), .. days])).Id;

    private const int Apart = 4;

    private static object Day(DateOnly date, object window) =>
        new { date = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), label = "the day", windows = new[] { window } };

    private static async Task<DateTimeOffset> EdgeAsync(ApiClient api, string calendar, LocalTime time, bool first)
    {
        var noon = new DateTimeOffset(time.Local.Date, TimeSpan.Zero).AddHours(12);
        var traced = await api.Preview(calendar, new { from = noon.AddHours(-36), to = noon.AddHours(36) });
        var open = traced["trace"].EnumerateArray().Where(s => s.GetProperty("kind").GetString() == "open").ToList();
        return open.Count == 0 ? default : (first ? open[0].GetProperty("from") : open[^1].GetProperty("to")).GetDateTimeOffset();
    }

    private static DateTimeOffset Gap(List<string[]> changes, LocalTime time) => changes.Where(c => c[0] == time.Zone).Select(c => (
            At: Moment(c[1]), Before: int.Parse(c[2], CultureInfo.InvariantCulture), After: int.Parse(c[3], CultureInfo.InvariantCulture)))
        .Single(c => c.At.UtcDateTime.AddSeconds(c.Before) <= time.Local && time.Local < c.At.UtcDateTime.AddSeconds(c.After)).At;

    private static DateTimeOffset Moment(string utc) => DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static List<string[]> Rows(string name)
    {
        using var reader = new StreamReader(new GZipStream(typeof(PreviewTableTests).Assembly.GetManifestResourceStream(name)!, CompressionMode.Decompress));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.TrimEnd('\r').Split(','))];
    }

    /// <summary>A change of a clock; the day that is longer or shorter is the one it shows afterwards.</summary>
    private sealed record Change(string Zone, DateTimeOffset At, TimeSpan Before, TimeSpan After)
    {
        public DateOnly Day => DateOnly.FromDateTime(At.UtcDateTime + After);
    }

    private sealed record LocalTime(string Zone, DateTime Local, string Kind, string First, string Second);

    private async Task<IEnumerable<string>> MistakesAsync<T>(List<T> rows, Func<ApiClient, T, Task<string?>> check)
    {
        var mistakes = new ConcurrentBag<string>();
        // Among several people: one alone may not ask for so much at once.
        string[] people = ["tom", "tina", "dan", "sue"];
        await Parallel.ForEachAsync(rows.Index(), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (row, _) =>
        {
            if (await check(As(people[row.Index % people.Length]), row.Item) is { } mistake)
                mistakes.Add(mistake);
        });
        return mistakes;
    }

    private static async Task<string?> MistakeAsync(ApiClient api, string calendar, JsonElement vector)
    {
        var pauses = vector.TryGetProperty("pauses", out var list)
            ? list.EnumerateArray().Select(x => new { from = x[0].GetString(), to = x[1].GetString() }).ToArray()
            : [];
        switch (Text(vector, "kind"))
        {
            case "open":
                var at = Instant(vector, "at");
                var second = await api.Preview(calendar, new { from = at, to = at.AddSeconds(1) });
                return Differs(vector, second["elapsed"].GetString() == "PT1S", vector.GetProperty("open").GetBoolean());
            case "between" or "elapsed-with-pauses":
                var span = await api.Preview(calendar, new { from = Instant(vector, "from"), to = Instant(vector, "to"), pauses });
                return Differs(vector, Counted(span["trace"]) / 60, vector.GetProperty("minutes").GetInt64())
                    ?? Differs(vector, System.Xml.XmlConvert.ToTimeSpan(span["elapsed"].GetString()!).TotalMinutes, vector.GetProperty("minutes").GetDouble());
            default:
                var due = await api.Preview(calendar, new { start = Instant(vector, "from"), duration = $"PT{vector.GetProperty("minutes").GetInt64()}M", pauses });
                return Differs(vector, due["dueAt"].GetDateTimeOffset(), Instant(vector, "due"));
        }
    }

    // pandas answers the next opening where we answer the closing time, and also counts backwards.
    private static async Task<string?> PandasMistakeAsync(ApiClient api, string calendar, JsonElement row)
    {
        var (hours, from, expected) = (row.GetProperty("n_hours").GetInt32(), Utc(row, "from"), Utc(row, "expected"));
        if (hours < 0)
            return Differs(row, Counted((await api.Preview(calendar, new { from = expected, to = from }))["trace"]), -hours * 3600L)
                ?? Differs(row, Counted((await api.Preview(calendar, new { from = expected.AddSeconds(-1), to = from }))["trace"]), (-hours * 3600L) + 1);

        var due = (await api.Preview(calendar, new { start = from, duration = $"PT{hours}H" }))["dueAt"].GetDateTimeOffset();
        var rest = due == expected ? 0 : Counted((await api.Preview(calendar, new { from = due, to = expected }))["trace"]);
        return Differs(row, (due <= expected, rest), (true, 0L));
    }

    private static string? Differs<T>(JsonElement row, T answer, T expected) =>
        EqualityComparer<T>.Default.Equals(answer, expected) ? null : $"{answer} instead of {expected}: {row.GetRawText()}";

    private static Dictionary<string, object[]> Week(JsonElement hours) => Days.Where(d => hours.TryGetProperty(d[..3], out _))
        .ToDictionary(d => d, d => Windows(hours.GetProperty(d[..3])));

    private static object[] Windows(JsonElement windows) => [.. windows.EnumerateArray().Select(x => Window(x[0].GetString()!, x[1].GetString()!))];

    private static object[] Closed(JsonElement calendar) =>
        [.. calendar.GetProperty("holidays").EnumerateArray().Select(x => new { date = x.GetString(), label = "holiday", windows = Array.Empty<object>() })];

    private static DateTimeOffset Instant(JsonElement vector, string name) => DateTimeOffset.Parse(Text(vector, name));

    private static DateTimeOffset Utc(JsonElement row, string name) =>
        DateTimeOffset.Parse(Text(row, name), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
