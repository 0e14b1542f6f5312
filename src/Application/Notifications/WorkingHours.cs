using ServiceDesk.Application.ServiceLevels;

namespace ServiceDesk.Application.Notifications;

/// <summary>
/// When somebody is at work: in the hours of business, by the clock on their own wall. Nobody has a calendar of their own, and the policy
/// that is late at night may well promise the night.
/// </summary>
public sealed class WorkingHours(IPolicyBook book, CalendarLibrary library)
{
    /// <summary>This instant where they are at work or nothing says when they would be; otherwise when they begin.</summary>
    public async ValueTask<DateTimeOffset> NextAsync(string timeZone, DateTimeOffset at, CancellationToken ct)
    {
        if ((await book.InForceAsync(ct)).Last is not { } last)
            return at;

        var hours = await library.OpenAsync(last.Definition.CalendarId, last.CalendarVersion, timeZone, ct);
        return hours.NextOpen(at) ?? at;
    }
}
