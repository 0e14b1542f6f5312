using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;

namespace ServiceDesk.Application.Catalog;

/// <summary>Adds a service.</summary>
[Permission(Permissions.CatalogManage)]
public sealed record DefineService : ICommand<ServiceResponse>
{
    public required LocalizedText Name { get; init; }

    /// <summary>Unique and for good; made of the name when it is left out.</summary>
    public string? Key { get; init; }
}

internal sealed class DefineServiceValidator : AbstractValidator<DefineService>
{
    public DefineServiceValidator()
    {
        RuleFor(x => x.Name).Label();
        RuleFor(x => x.Key).Key();
    }
}

internal sealed class DefineServiceHandler(IServiceDeskDb db, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<DefineService, ServiceResponse>
{
    public async Task<ServiceResponse> Handle(DefineService request, CancellationToken ct)
    {
        var service = BusinessService.Define(request.Key ?? Labels.KeyOf(request.Name), request.Name, clock.GetUtcNow());
        db.Services.Add(service);

        await db.SaveChangesAsync(ct);
        return ServiceResponse.Of(service, user.Language);
    }
}
