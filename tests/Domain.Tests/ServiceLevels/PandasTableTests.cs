using System.Text.Json;
using ServiceDesk.Domain.ServiceLevels;
using static ServiceDesk.Domain.Tests.ServiceLevels.ACalendar;

namespace ServiceDesk.Domain.Tests.ServiceLevels;

/// <summary>
/// Expectations of other people: pandas answers the next opening where we answer the closing time, and also counts backwards.
/// </summary>
public sealed class PandasTableTests
{
    private static readonly JsonElement Table = JsonDocument.Parse(TestData.Open("pandas-business-hours.json.gz")).RootElement;

    [Test]
    public void Every_row_of_pandas_holds()
    {
        var rows = Table.GetProperty("vectors").EnumerateArray().ToList();

        Assert.That(rows, Has.Count.EqualTo(157));
        Assert.That(rows.Where(x => !Holds(x)).Select(x => x.GetRawText()), Is.Empty);
    }

    private static bool Holds(JsonElement row)
    {
        var calendar = Read(row);
        var hours = row.GetProperty("n_hours").GetInt32();
        var duration = TimeSpan.FromHours(Math.Abs(hours));
        var from = Utc(row.GetProperty("from").GetString()!);
        var expected = Utc(row.GetProperty("expected").GetString()!);

        if (hours < 0)
            return calendar.Between(expected, from) == duration
                && calendar.Between(expected.AddSeconds(-1), from) == duration + TimeSpan.FromSeconds(1);

        var due = calendar.Add(from, duration);
        var opening = calendar.IsOpen(due) ? due : calendar.OpenWindows(due, 1).Single().From;
        return opening == expected && calendar.Between(from, expected) == duration;
    }

    private static BusinessCalendar Read(JsonElement row)
    {
        CalendarWindow[] windows =
            [.. row.GetProperty("windows").EnumerateArray().Select(x => CalendarWindow.Parse(x[0].GetString()!, x[1].GetString()!))];
        var holidays = row.GetProperty("holidays").EnumerateArray()
            .Select(x => CalendarException.Closed(DateOnly.Parse(x.GetString()!, null), "holiday"));

        Assert.That(row.GetProperty("weekmask").GetString(), Is.EqualTo("Mon Tue Wed Thu Fri"));
        return Of("UTC", WeeklyWindows.MondayToFriday(windows), [.. holidays]);
    }
}
