using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Catalog;

namespace ServiceDesk.Application.Catalog;

/// <summary>One service.</summary>
[Permission(Permissions.SignedIn, ForAnyToken = true)]
public sealed record GetService(Guid Id) : IQuery<ServiceResponse>;

internal sealed class GetServiceHandler(IServiceDeskDb db, ICurrentUser user) : IRequestHandler<GetService, ServiceResponse>
{
    public async Task<ServiceResponse> Handle(GetService request, CancellationToken ct)
    {
        var id = new ServiceId(request.Id);
        return await db.Services.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, ct) is { } found
            ? ServiceResponse.Of(found, user.Language)
            : throw new NotFoundException("The service");
    }
}
