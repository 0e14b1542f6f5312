using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;

namespace ServiceDesk.Application.Catalog;

/// <summary>Changes a service; one that is not active is offered no more but stays where it is used.</summary>
[Permission(Permissions.CatalogManage)]
public sealed record EditService(Guid Id) : ICommand<ServiceResponse>
{
    public Optional<LocalizedText> Name { get; init; }
    public Optional<bool?> Active { get; init; }
}

internal sealed class EditServiceValidator : AbstractValidator<EditService>
{
    public EditServiceValidator()
    {
        RuleFor(x => x.Name).Label();
        RuleFor(x => x.Active).Must(a => !a.IsPresent || a.Value is not null).WithMessage("It cannot be left empty.");
    }
}

internal sealed class EditServiceHandler(IServiceDeskDb db, ICurrentUser user, IRequestConditions conditions)
    : IRequestHandler<EditService, ServiceResponse>
{
    public async Task<ServiceResponse> Handle(EditService request, CancellationToken ct)
    {
        var id = new ServiceId(request.Id);
        var service = await db.Services.ForCommandAsync(x => x.Id == id, "The service", new GetService(request.Id), conditions, ct);

        service.Describe(request.Name.Or(service.Name)!, request.Active.Value ?? service.Active);

        await db.SaveChangesAsync(ct);
        return ServiceResponse.Of(service, user.Language);
    }
}
