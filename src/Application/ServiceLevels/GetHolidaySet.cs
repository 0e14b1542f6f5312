using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>One holiday set with its days.</summary>
[Permission(Permissions.ServiceLevelsRead)]
public sealed record GetHolidaySet(Guid Id) : IQuery<HolidaySetResponse>;

internal sealed class GetHolidaySetHandler(IServiceDeskDb db) : IRequestHandler<GetHolidaySet, HolidaySetResponse>
{
    public async Task<HolidaySetResponse> Handle(GetHolidaySet request, CancellationToken ct)
    {
        var id = new HolidaySetId(request.Id);
        return await db.Set<HolidaySet>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is { } set
            ? HolidaySetResponse.Of(set)
            : throw new NotFoundException("The holiday set");
    }
}
