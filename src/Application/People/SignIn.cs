using FluentValidation;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.People;

/// <summary>Signs a person in with a password and, when their account wants one, a code.</summary>
[Public]
public sealed record SignIn(string UserName, string Password, string? Code, SignInOrigin Origin) : ICommand<SignInOutcome>;

internal sealed class SignInValidator : AbstractValidator<SignIn>
{
    public SignInValidator()
    {
        RuleFor(x => x.UserName).NotEmpty().MaximumLength(256);
        RuleFor(x => x.Password).NotEmpty().MaximumLength(256);
        RuleFor(x => x.Code).MaximumLength(32);
    }
}

internal sealed class SignInHandler(IAccounts accounts) : IRequestHandler<SignIn, SignInOutcome>
{
    public Task<SignInOutcome> Handle(SignIn request, CancellationToken ct) =>
        accounts.SignInAsync(request.UserName.Trim(), request.Password, request.Code, request.Origin, ct);
}
