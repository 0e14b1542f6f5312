using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Common;

namespace ServiceDesk.Application.Messaging;

/// <summary>Registers the dispatcher, its behaviours outermost first, and every handler and validator of this assembly.</summary>
public static class MessagingRegistration
{
    public static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        ValidatorOptions.Global.PropertyNameResolver = (_, member, _) => member is null ? null : char.ToLowerInvariant(member.Name[0]) + member.Name[1..];
        ValidatorOptions.Global.LanguageManager.Enabled = false;
        services.AddScoped<ISender, Sender>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TracingBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(PermissionBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(RetryBehavior<,>));

        foreach (var type in typeof(MessagingRegistration).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            if (type.IsAssignableTo(typeof(IBatchReaction)))
                services.AddScoped(typeof(IBatchReaction), type);
            foreach (var contract in type.GetInterfaces().Where(i => i.IsGenericType))
            {
                var definition = contract.GetGenericTypeDefinition();
                if (definition == typeof(IRequestHandler<,>) || definition == typeof(IDomainEventHandler<>) || definition == typeof(IReaction<>))
                    services.AddScoped(contract, type);
                else if (definition == typeof(IValidator<>))
                    services.AddSingleton(contract, type);
            }
        }

        return services;
    }
}
