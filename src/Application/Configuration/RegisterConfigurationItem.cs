using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Configuration;

namespace ServiceDesk.Application.Configuration;

/// <summary>Adds a configuration item to the registry.</summary>
[Permission(Permissions.ConfigurationManage)]
public sealed record RegisterConfigurationItem : ICommand<ConfigurationItemResponse>
{
    public required string Name { get; init; }

    /// <summary>The kind of item: "server", "laptop", "application".</summary>
    public required string Type { get; init; }
}

internal sealed class RegisterConfigurationItemValidator : AbstractValidator<RegisterConfigurationItem>
{
    public RegisterConfigurationItemValidator()
    {
        RuleFor(x => x.Name).NotEmpty().MaximumLength(ConfigurationItem.NameMaxLength);
        RuleFor(x => x.Type).NotEmpty().MaximumLength(ConfigurationItem.TypeMaxLength);
    }
}

internal sealed class RegisterConfigurationItemHandler(IServiceDeskDb db, TimeProvider clock)
    : IRequestHandler<RegisterConfigurationItem, ConfigurationItemResponse>
{
    public async Task<ConfigurationItemResponse> Handle(RegisterConfigurationItem request, CancellationToken ct)
    {
        var item = ConfigurationItem.Register(request.Name.Trim(), request.Type.Trim(), clock.GetUtcNow());
        db.Set<ConfigurationItem>().Add(item);

        await db.SaveChangesAsync(ct);
        return ConfigurationItemResponse.Of(item);
    }
}
