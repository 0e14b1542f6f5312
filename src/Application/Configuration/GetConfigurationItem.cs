using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Configuration;

namespace ServiceDesk.Application.Configuration;

/// <summary>One configuration item.</summary>
[Permission(Permissions.ConfigurationRead)]
public sealed record GetConfigurationItem(Guid Id) : IQuery<ConfigurationItemResponse>;

internal sealed class GetConfigurationItemHandler(IServiceDeskDb db) : IRequestHandler<GetConfigurationItem, ConfigurationItemResponse>
{
    public async Task<ConfigurationItemResponse> Handle(GetConfigurationItem request, CancellationToken ct)
    {
        var id = new ConfigurationItemId(request.Id);
        return await db.Set<ConfigurationItem>().AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, ct) is { } found
            ? ConfigurationItemResponse.Of(found)
            : throw new NotFoundException("The configuration item");
    }
}
