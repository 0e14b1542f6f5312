using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>Adds a department.</summary>
[Permission(Permissions.OrganisationManage)]
public sealed record CreateDepartment(string Name) : ICommand<DepartmentResponse>;

internal sealed class CreateDepartmentValidator : AbstractValidator<CreateDepartment>
{
    public CreateDepartmentValidator() =>
        RuleFor(x => x.Name).Is(x => PeopleRules.IsLine(x, PeopleRules.PlaceMaxLength), PeopleRules.NameMessage);
}

internal sealed class CreateDepartmentHandler(IServiceDeskDb db, TimeProvider clock) : IRequestHandler<CreateDepartment, DepartmentResponse>
{
    public async Task<DepartmentResponse> Handle(CreateDepartment request, CancellationToken ct)
    {
        var department = Department.Open(request.Name.Trim(), clock.GetUtcNow());
        db.Set<Department>().Add(department);
        await db.SaveChangesAsync(ct);
        return DepartmentResponse.Of(department);
    }
}
