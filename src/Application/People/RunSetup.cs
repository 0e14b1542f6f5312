using FluentValidation;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.People;

/// <summary>Whether the installation still lacks an administrator.</summary>
[Public]
public sealed record GetSetup : IQuery<SetupState>;

public sealed record SetupState(bool Needed);

/// <summary>Makes the first administrator, with the code printed in the server's log.</summary>
[Public]
public sealed record RunSetup(string Code, string UserName, string Name, string Password, string? Email = null) : ICommand<SetupDone>;

/// <summary>The first administrator, who may sign in now.</summary>
public sealed record SetupDone(Guid Id, string UserName);

internal sealed class RunSetupValidator : AbstractValidator<RunSetup>
{
    public RunSetupValidator()
    {
        RuleFor(x => x.Code).NotEmpty().MaximumLength(100);
        RuleFor(x => x.UserName).Is(PeopleRules.IsUserName, PeopleRules.UserNameMessage);
        RuleFor(x => x.Name).Is(PeopleRules.IsName, PeopleRules.NameMessage);
        RuleFor(x => x.Email).Is(PeopleRules.IsEmail, PeopleRules.EmailMessage);
        RuleFor(x => x.Password).NotEmpty().MaximumLength(256);
    }
}

internal sealed class SetupHandlers(ISetup setup) : IRequestHandler<GetSetup, SetupState>, IRequestHandler<RunSetup, SetupDone>
{
    public async Task<SetupState> Handle(GetSetup request, CancellationToken ct) => new(await setup.IsNeededAsync(ct));

    public async Task<SetupDone> Handle(RunSetup request, CancellationToken ct)
    {
        var id = await setup.RunAsync(request.Code, request.UserName.Trim(), request.Name, request.Email, request.Password, ct);
        return new SetupDone(id.Value, request.UserName.Trim());
    }
}
