using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.People;

/// <summary>Changes the caller's own password; their other sessions end.</summary>
[Permission(Permissions.SignedIn)]
public sealed record ChangePassword(string CurrentPassword, string NewPassword) : ICommand<Unit>;

/// <summary>Sets a password with the code of a reset link.</summary>
[Public]
public sealed record ResetPassword(string Code, string NewPassword) : ICommand<Unit>;

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator()
    {
        RuleFor(x => x.CurrentPassword).NotEmpty().MaximumLength(256);
        RuleFor(x => x.NewPassword).NotEmpty().MaximumLength(256);
    }
}

internal sealed class ResetPasswordValidator : AbstractValidator<ResetPassword>
{
    public ResetPasswordValidator()
    {
        RuleFor(x => x.Code).NotEmpty().MaximumLength(100);
        RuleFor(x => x.NewPassword).NotEmpty().MaximumLength(256);
    }
}

internal sealed class ChangePasswordHandler(IPasswords passwords) : IRequestHandler<ChangePassword, Unit>
{
    public async Task<Unit> Handle(ChangePassword request, CancellationToken ct)
    {
        await passwords.ChangeAsync(request.CurrentPassword, request.NewPassword, ct);
        return Unit.Value;
    }
}

internal sealed class ResetPasswordHandler(IPasswords passwords) : IRequestHandler<ResetPassword, Unit>
{
    public async Task<Unit> Handle(ResetPassword request, CancellationToken ct)
    {
        await passwords.ResetAsync(request.Code.Trim(), request.NewPassword, ct);
        return Unit.Value;
    }
}
