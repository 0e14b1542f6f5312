using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceDesk.Application.Messaging;

internal sealed class Sender(IServiceProvider services) : ISender
{
    private static readonly ConcurrentDictionary<Type, object> Routes = new();

    public Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken ct = default)
    {
        var route = (Route<TResponse>)Routes.GetOrAdd(
            request.GetType(),
            static type => Activator.CreateInstance(typeof(Route<,>).MakeGenericType(
                type, type.GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GenericTypeArguments[0]))!);
        return route.Send(request, services, ct);
    }

    private abstract class Route<TResponse>
    {
        public abstract Task<TResponse> Send(IRequest<TResponse> request, IServiceProvider services, CancellationToken ct);
    }

    private sealed class Route<TRequest, TResponse> : Route<TResponse>
        where TRequest : IRequest<TResponse>
    {
        public override Task<TResponse> Send(IRequest<TResponse> request, IServiceProvider services, CancellationToken ct)
        {
            var handler = services.GetRequiredService<IRequestHandler<TRequest, TResponse>>();
            RequestHandlerDelegate<TResponse> next = () => handler.Handle((TRequest)request, ct);
            foreach (var behavior in services.GetServices<IPipelineBehavior<TRequest, TResponse>>().Reverse())
            {
                var inner = next;
                next = () => behavior.Handle((TRequest)request, inner, ct);
            }

            return next();
        }
    }
}
