using System.Text.Json;
using ServiceDesk.Domain.ServiceLevels;
using static ServiceDesk.Domain.Tests.ServiceLevels.ACalendar;

namespace ServiceDesk.Domain.Tests.ServiceLevels;

public sealed class VectorTableTests
{
    private static readonly JsonElement Table = JsonDocument.Parse(TestData.Open("vectors.json.gz")).RootElement;

    private static readonly Dictionary<string, BusinessCalendar> Calendars = Table.GetProperty("calendars").EnumerateObject()
        .ToDictionary(x => x.Name, x => Read(x.Value));

    [TestCase("between", 715)]
    [TestCase("due", 715)]
    [TestCase("open", 150)]
    [TestCase("elapsed-with-pauses", 150)]
    [TestCase("due-with-pauses", 150)]
    public void Every_vector_of_the_table_holds(string kind, int count)
    {
        var vectors = Table.GetProperty("vectors").EnumerateArray().Where(x => Text(x, "kind") == kind).ToList();

        Assert.That(vectors, Has.Count.EqualTo(count));
        Assert.That(vectors.Select(Mistake).Where(x => x is not null), Is.Empty);
    }

    private static string? Mistake(JsonElement vector)
    {
        var calendar = Calendars[Text(vector, "calendar")];
        Pause[] pauses = vector.TryGetProperty("pauses", out var list)
            ? [.. list.EnumerateArray().Select(x => new Pause(Utc(x[0].GetString()!), Utc(x[1].GetString()!)))]
            : [];

        object answer = Text(vector, "kind") switch
        {
            "open" => calendar.IsOpen(Utc(Text(vector, "at"))),
            "between" or "elapsed-with-pauses" =>
                (int)calendar.Between(Instant(vector, "from"), Instant(vector, "to"), pauses).TotalMinutes,
            _ => calendar.Add(Instant(vector, "from"), TimeSpan.FromMinutes(vector.GetProperty("minutes").GetInt32()), pauses),
        };
        object expected = Text(vector, "kind") switch
        {
            "open" => vector.GetProperty("open").GetBoolean(),
            "between" or "elapsed-with-pauses" => vector.GetProperty("minutes").GetInt32(),
            _ => Instant(vector, "due"),
        };

        if (!answer.Equals(expected))
            return $"{Text(vector, "id")}: {answer} instead of {expected}";

        return vector.TryGetProperty("due_if_next_opening", out var next)
            && NextOpening(calendar, (DateTimeOffset)answer) != Utc(next.GetString()!)
            ? $"{Text(vector, "id")}: the next opening is not {next}"
            : null;
    }

    private static DateTimeOffset NextOpening(BusinessCalendar calendar, DateTimeOffset at) =>
        calendar.IsOpen(at) ? at : calendar.OpenWindows(at, 1).Single().From;

    private static BusinessCalendar Read(JsonElement calendar)
    {
        var hours = calendar.GetProperty("hours");
        var weekly = new WeeklyWindows
        {
            Monday = Day("mon"),
            Tuesday = Day("tue"),
            Wednesday = Day("wed"),
            Thursday = Day("thu"),
            Friday = Day("fri"),
            Saturday = Day("sat"),
            Sunday = Day("sun"),
        };
        var holidays = calendar.GetProperty("holidays").EnumerateArray()
            .Select(x => CalendarException.Closed(DateOnly.Parse(x.GetString()!, null), "holiday"));

        return Of(Text(calendar, "zone"), weekly, [.. holidays]);

        IReadOnlyList<CalendarWindow> Day(string name) => hours.TryGetProperty(name, out var windows)
            ? [.. windows.EnumerateArray().Select(x => CalendarWindow.Parse(x[0].GetString()!, x[1].GetString()!))]
            : [];
    }

    private static DateTimeOffset Instant(JsonElement vector, string name) => Utc(Text(vector, name));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
