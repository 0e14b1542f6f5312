using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>Changes a department: a merge patch. One that is not active is no longer offered; people keep it.</summary>
[Permission(Permissions.OrganisationManage)]
public sealed record UpdateDepartment(Guid Id, DepartmentPatch Patch) : ICommand<DepartmentResponse>;

/// <summary>The members of a department that may be edited; absent leaves, null clears.</summary>
public sealed record DepartmentPatch(Optional<string> Name = default, Optional<bool> Active = default);

internal sealed class UpdateDepartmentValidator : AbstractValidator<UpdateDepartment>
{
    public UpdateDepartmentValidator() =>
        RuleFor(x => x.Patch.Name).Fit(x => PeopleRules.IsLine(x, PeopleRules.PlaceMaxLength), PeopleRules.NameMessage).OverridePropertyName("name");
}

internal sealed class UpdateDepartmentHandler(IServiceDeskDb db, IRequestConditions conditions) : IRequestHandler<UpdateDepartment, DepartmentResponse>
{
    public async Task<DepartmentResponse> Handle(UpdateDepartment request, CancellationToken ct)
    {
        var (id, patch) = (new DepartmentId(request.Id), request.Patch);
        var department = await db.Set<Department>().ForCommandAsync(d => d.Id == id, "The department", new GetDepartment(request.Id), conditions, ct);
        department.Describe(patch.Name.Or(department.Name)!.Trim(), patch.Active.Or(department.Active));
        await db.SaveChangesAsync(ct);
        return DepartmentResponse.Of(department);
    }
}
