using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.People;

/// <summary>Whether the caller's sign-in asks for a second factor.</summary>
[Permission(Permissions.SignedIn)]
public sealed record GetTwoFactor : IQuery<TwoFactorState>;

/// <summary>Begins with a second factor: the secret for an authenticator. Only in a session.</summary>
[Permission(Permissions.SignedIn)]
public sealed record BeginTwoFactor : ICommand<TwoFactorSecret>;

/// <summary>The authenticator's first code proves that it works; the recovery codes are shown this once.</summary>
[Permission(Permissions.SignedIn)]
public sealed record ConfirmTwoFactor(string Code) : ICommand<RecoveryCodes>;

/// <summary>New recovery codes; the former no longer work.</summary>
[Permission(Permissions.SignedIn)]
public sealed record RenewRecoveryCodes(string Password) : ICommand<RecoveryCodes>;

/// <summary>No second factor any more.</summary>
[Permission(Permissions.SignedIn)]
public sealed record DisableTwoFactor(string Password) : ICommand<Unit>;

internal sealed class ConfirmTwoFactorValidator : AbstractValidator<ConfirmTwoFactor>
{
    public ConfirmTwoFactorValidator() => RuleFor(x => x.Code).NotEmpty().MaximumLength(32);
}

internal sealed class RenewRecoveryCodesValidator : AbstractValidator<RenewRecoveryCodes>
{
    public RenewRecoveryCodesValidator() => RuleFor(x => x.Password).NotEmpty().MaximumLength(256);
}

internal sealed class DisableTwoFactorValidator : AbstractValidator<DisableTwoFactor>
{
    public DisableTwoFactorValidator() => RuleFor(x => x.Password).NotEmpty().MaximumLength(256);
}

internal sealed class TwoFactorHandlers(ITwoFactor twoFactor)
    : IRequestHandler<GetTwoFactor, TwoFactorState>,
        IRequestHandler<BeginTwoFactor, TwoFactorSecret>,
        IRequestHandler<ConfirmTwoFactor, RecoveryCodes>,
        IRequestHandler<RenewRecoveryCodes, RecoveryCodes>,
        IRequestHandler<DisableTwoFactor, Unit>
{
    public Task<TwoFactorState> Handle(GetTwoFactor request, CancellationToken ct) => twoFactor.GetAsync(ct);

    public Task<TwoFactorSecret> Handle(BeginTwoFactor request, CancellationToken ct) => twoFactor.BeginAsync(ct);

    public Task<RecoveryCodes> Handle(ConfirmTwoFactor request, CancellationToken ct) => twoFactor.ConfirmAsync(request.Code, ct);

    public Task<RecoveryCodes> Handle(RenewRecoveryCodes request, CancellationToken ct) => twoFactor.RenewRecoveryCodesAsync(request.Password, ct);

    public async Task<Unit> Handle(DisableTwoFactor request, CancellationToken ct)
    {
        await twoFactor.DisableAsync(request.Password, ct);
        return Unit.Value;
    }
}
