namespace ServiceDesk.Application.Messaging;

/// <summary>A use case that answers with <typeparamref name="TResponse"/>. Use ICommand or IQuery to say which kind.</summary>
public interface IRequest<TResponse>;

/// <summary>Changes something.</summary>
public interface ICommand<TResponse> : IRequest<TResponse>;

/// <summary>Changes nothing; may go to a replica.</summary>
public interface IQuery<TResponse> : IRequest<TResponse>;

/// <summary>The answer of a command that has none.</summary>
public readonly record struct Unit
{
    public static readonly Unit Value;
}

public interface IRequestHandler<in TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    Task<TResponse> Handle(TRequest request, CancellationToken ct);
}

public delegate Task<TResponse> RequestHandlerDelegate<TResponse>();

/// <summary>Wraps every handler; behaviours run in the order they are registered, outermost first.</summary>
public interface IPipelineBehavior<in TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken ct);
}

/// <summary>Sends a request to its one handler through the behaviours. MediatR's vocabulary, so that it can take this place.</summary>
public interface ISender
{
    Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken ct = default);
}
