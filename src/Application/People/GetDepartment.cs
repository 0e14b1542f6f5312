using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>One department.</summary>
[Permission(Permissions.SignedIn, ForAnyToken = true)]
public sealed record GetDepartment(Guid Id) : IQuery<DepartmentResponse>;

/// <summary>A part of the organisation people belong to.</summary>
public sealed record DepartmentResponse(Guid Id, string Name, bool Active, long Version) : IVersioned
{
    internal static DepartmentResponse Of(Department s) => new(s.Id.Value, s.Name, s.Active, s.Version);
}

internal sealed class GetDepartmentHandler(IServiceDeskDb db) : IRequestHandler<GetDepartment, DepartmentResponse>
{
    public async Task<DepartmentResponse> Handle(GetDepartment request, CancellationToken ct)
    {
        var id = new DepartmentId(request.Id);
        return await db.Set<Department>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is { } department ? DepartmentResponse.Of(department) : throw new NotFoundException("The department");
    }
}
