using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>One calendar as it was written last.</summary>
[Permission(Permissions.ServiceLevelsRead)]
public sealed record GetCalendar(Guid Id) : IQuery<CalendarResponse>;

internal sealed class GetCalendarHandler(CalendarReader reader) : IRequestHandler<GetCalendar, CalendarResponse>
{
    public Task<CalendarResponse> Handle(GetCalendar request, CancellationToken ct) => reader.GetAsync(new CalendarId(request.Id), ct);
}
