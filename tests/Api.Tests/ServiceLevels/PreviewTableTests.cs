using System.Collections.Concurrent;
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

    private async Task<IEnumerable<string>> MistakesAsync(List<JsonElement> rows, Func<ApiClient, JsonElement, Task<string?>> check)
    {
        var mistakes = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (row, _) =>
        {
            if (await check(As("tom"), row) is { } mistake)
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
