using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Configuration;

namespace ServiceDesk.Application.Configuration;

/// <summary>Changes a configuration item; one that is not active is offered no more but stays on its tickets.</summary>
[Permission(Permissions.ConfigurationManage)]
public sealed record EditConfigurationItem(Guid Id) : ICommand<ConfigurationItemResponse>
{
    public Optional<string> Name { get; init; }
    public Optional<string> Type { get; init; }
    public Optional<bool?> Active { get; init; }
}

internal sealed class EditConfigurationItemValidator : AbstractValidator<EditConfigurationItem>
{
    public EditConfigurationItemValidator()
    {
        RuleFor(x => x.Name).Must(n => !n.IsPresent || n.Value?.Trim() is { Length: > 0 and <= ConfigurationItem.NameMaxLength })
            .WithMessage($"A name of at most {ConfigurationItem.NameMaxLength} characters.");
        RuleFor(x => x.Type).Must(t => !t.IsPresent || t.Value?.Trim() is { Length: > 0 and <= ConfigurationItem.TypeMaxLength })
            .WithMessage($"A type of at most {ConfigurationItem.TypeMaxLength} characters.");
        RuleFor(x => x.Active).Must(a => !a.IsPresent || a.Value is not null).WithMessage("It cannot be left empty.");
    }
}

internal sealed class EditConfigurationItemHandler(IServiceDeskDb db, IRequestConditions conditions)
    : IRequestHandler<EditConfigurationItem, ConfigurationItemResponse>
{
    public async Task<ConfigurationItemResponse> Handle(EditConfigurationItem request, CancellationToken ct)
    {
        var id = new ConfigurationItemId(request.Id);
        var item = await db.Set<ConfigurationItem>()
            .ForCommandAsync(x => x.Id == id, "The configuration item", new GetConfigurationItem(request.Id), conditions, ct);

        item.Describe(request.Name.Or(item.Name)!.Trim(), request.Type.Or(item.Type)!.Trim(), request.Active.Value ?? item.Active);

        await db.SaveChangesAsync(ct);
        return ConfigurationItemResponse.Of(item);
    }
}
