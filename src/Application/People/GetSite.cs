using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>One site.</summary>
[Permission(Permissions.SignedIn, ForAnyToken = true)]
public sealed record GetSite(Guid Id) : IQuery<SiteResponse>;

/// <summary>A place of the organisation, with its time zone.</summary>
public sealed record SiteResponse(Guid Id, string Name, string? Address, string TimeZone, bool Active, long Version) : IVersioned
{
    internal static SiteResponse Of(Site s) => new(s.Id.Value, s.Name, s.Address, s.TimeZone, s.Active, s.Version);
}

internal sealed class GetSiteHandler(IServiceDeskDb db) : IRequestHandler<GetSite, SiteResponse>
{
    public async Task<SiteResponse> Handle(GetSite request, CancellationToken ct)
    {
        var id = new SiteId(request.Id);
        return await db.Sites.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is { } site ? SiteResponse.Of(site) : throw new NotFoundException("The site");
    }
}
