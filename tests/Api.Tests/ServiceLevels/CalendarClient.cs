using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace ServiceDesk.Api.Tests.ServiceLevels;

/// <summary>Calendars as the tests write them, and the previews they ask for.</summary>
internal static class CalendarClient
{
    public const string Berlin = "Europe/Berlin";

    public static readonly object Morning = new { from = "08:00", to = "12:00" };
    public static readonly object Afternoon = new { from = "13:00", to = "17:00" };

    public static object Window(string from, string to) => new { from, to };

    /// <summary>Monday to Friday, 08:00–12:00 and 13:00–17:00 in Berlin.</summary>
    public static Task<Answer> IntroduceOffice(this ApiClient api, params object[] exceptions) =>
        api.Introduce(Berlin, MondayToFriday(Morning, Afternoon), exceptions);

    public static Dictionary<string, object[]> MondayToFriday(params object[] windows) =>
        new[] { "monday", "tuesday", "wednesday", "thursday", "friday" }.ToDictionary(d => d, _ => windows);

    public static Dictionary<string, object[]> Daily(params object[] windows) =>
        MondayToFriday(windows).Concat([new("saturday", windows), new("sunday", windows)]).ToDictionary();

    public static async Task<Answer> Introduce(this ApiClient api, string timeZone, object weekly, object[]? exceptions = null, Guid[]? holidaySetIds = null) =>
        (await api.Post("service-levels/calendars", new { name = "Test", timeZone, weekly, exceptions = exceptions ?? [], holidaySetIds }))
        .Expect(HttpStatusCode.Created);

    public static async Task<Answer> Preview(this ApiClient api, string calendar, object body) =>
        (await api.Post($"service-levels/calendars/{calendar}/preview", body)).Expect(HttpStatusCode.OK);

    /// <summary>The counted seconds of the steps, which must touch each other.</summary>
    public static long Counted(JsonElement trace)
    {
        var steps = trace.EnumerateArray().ToList();
        for (var i = 1; i < steps.Count; i++)
            Assert.That(steps[i].GetProperty("from").GetDateTimeOffset(), Is.EqualTo(steps[i - 1].GetProperty("to").GetDateTimeOffset()));

        return steps.Sum(s => s.GetProperty("seconds").GetInt64());
    }

    public static JsonElement Table(string name)
    {
        var file = typeof(CalendarClient).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var stream = new GZipStream(file, CompressionMode.Decompress);
        return JsonDocument.Parse(stream).RootElement;
    }
}
