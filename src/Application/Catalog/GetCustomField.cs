using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Catalog;

namespace ServiceDesk.Application.Catalog;

/// <summary>One custom field.</summary>
[Permission(Permissions.SignedIn, ForAnyToken = true)]
public sealed record GetCustomField(Guid Id) : IQuery<CustomFieldResponse>;

internal sealed class GetCustomFieldHandler(IServiceDeskDb db, ICurrentUser user) : IRequestHandler<GetCustomField, CustomFieldResponse>
{
    public async Task<CustomFieldResponse> Handle(GetCustomField request, CancellationToken ct)
    {
        var id = new CustomFieldId(request.Id);
        return await db.Set<CustomField>().AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, ct) is { } found
            ? CustomFieldResponse.Of(found, user.Language)
            : throw new NotFoundException("The custom field");
    }
}
