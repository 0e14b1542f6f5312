using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.ServiceLevels;

namespace ServiceDesk.Api.Endpoints;

internal static class CalendarEndpoints
{
    public static void MapCalendars(this IEndpointRouteBuilder api)
    {
        var calendars = api.MapGroup("/service-levels/calendars").WithTags("Service levels");
        calendars.MapGet("/", List).WithName(nameof(ListCalendars));
        calendars.MapPost("/", Introduce).WithName(nameof(IntroduceCalendar));
        calendars.MapPost("/preview", PreviewUnsaved).WithName(nameof(PreviewUnsavedCalendar));
        calendars.MapGet("/{id:guid}", Get).WithName(nameof(GetCalendar));
        calendars.MapPatch("/{id:guid}", Revise).WithName(nameof(ReviseCalendar));
        calendars.MapPut("/{id:guid}", Replace).WithName("ReplaceCalendar");
        calendars.MapGet("/{id:guid}/versions", Versions).WithName(nameof(ListCalendarVersions));
        calendars.MapGet("/{id:guid}/versions/{number:int}", Version).WithName(nameof(GetCalendarVersion));
        calendars.MapPost("/{id:guid}/preview", Preview).WithName(nameof(PreviewCalendar));
    }

    /// <summary>The calendars by name.</summary>
    private static async Task<Ok<Page<CalendarResponse>>> List([AsParameters] ListCalendars query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    /// <summary>Adds a calendar and publishes its first version.</summary>
    private static async Task<Created<CalendarResponse>> Introduce(IntroduceCalendar body, ISender sender, CancellationToken ct)
    {
        var calendar = await sender.Send(body, ct);
        return TypedResults.Created($"/api/v1/service-levels/calendars/{calendar.Id}", calendar);
    }

    /// <summary>Tries a calendar as it is typed, before it is published: when a time of service is used up, or how much lies between; nothing is kept.</summary>
    private static async Task<Ok<CalendarPreview>> PreviewUnsaved(PreviewUnsavedCalendar body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body, ct));

    /// <summary>One calendar as it was written last.</summary>
    private static async Task<Ok<CalendarResponse>> Get(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetCalendar(id), ct));

    /// <summary>Changes what is given and publishes the next version; another name alone publishes none.</summary>
    private static async Task<Ok<CalendarResponse>> Revise(Guid id, RevisionBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ReviseCalendar(id)
        {
            Name = body.Name,
            TimeZone = body.TimeZone,
            Weekly = body.Weekly,
            Exceptions = body.Exceptions,
            HolidaySetIds = body.HolidaySetIds,
        }, ct));

    /// <summary>Writes the calendar anew and publishes the next version.</summary>
    private static async Task<Ok<CalendarResponse>> Replace(Guid id, IntroduceCalendar body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ReviseCalendar(id)
        {
            Name = new(body.Name),
            TimeZone = new(body.TimeZone),
            Weekly = new(Whole(body.Weekly)),
            Exceptions = new(body.Exceptions),
            HolidaySetIds = new(body.HolidaySetIds),
        }, ct));

    /// <summary>The published versions, the latest first.</summary>
    private static async Task<Ok<Page<CalendarVersionRow>>> Versions(
        Guid id, ISender sender, CancellationToken ct, int limit = Paging.DefaultLimit, string? cursor = null) =>
        TypedResults.Ok(await sender.Send(new ListCalendarVersions(id, limit, cursor), ct));

    /// <summary>What the calendar said in one version, holidays included.</summary>
    private static async Task<Ok<CalendarVersionResponse>> Version(Guid id, int number, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetCalendarVersion(id, number), ct));

    /// <summary>Says when a duration of open time has passed, or how much open time lies in a span, and why.</summary>
    private static async Task<Ok<CalendarPreview>> Preview(Guid id, PreviewBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new PreviewCalendar(id)
        {
            Start = body.Start,
            Duration = body.Duration,
            From = body.From,
            To = body.To,
            Pauses = body.Pauses,
        }, ct));

    private static WeeklyPatch Whole(WeeklyBody week) => new()
    {
        Monday = new(week.Monday),
        Tuesday = new(week.Tuesday),
        Wednesday = new(week.Wednesday),
        Thursday = new(week.Thursday),
        Friday = new(week.Friday),
        Saturday = new(week.Saturday),
        Sunday = new(week.Sunday),
    };

    internal sealed record RevisionBody
    {
        public Optional<string> Name { get; init; }
        public Optional<string> TimeZone { get; init; }
        public Optional<WeeklyPatch> Weekly { get; init; }
        public Optional<IReadOnlyList<ExceptionBody>> Exceptions { get; init; }
        public Optional<IReadOnlyList<Guid>> HolidaySetIds { get; init; }
    }

    /// <summary>Start and duration, or from and to; pauses in any order.</summary>
    internal sealed record PreviewBody
    {
        public DateTimeOffset? Start { get; init; }
        public TimeSpan? Duration { get; init; }
        public DateTimeOffset? From { get; init; }
        public DateTimeOffset? To { get; init; }
        public IReadOnlyList<PauseBody>? Pauses { get; init; }
    }
}
