using Microsoft.AspNetCore.Identity;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>How a person signs in. Its id is the person's id; the person lives on without it.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Set by an administrator's reset: the next sign-in must choose a new password.</summary>
    public bool PasswordExpired { get; set; }

    /// <summary>The authenticator's code of the latest sign-in, which does not work a second time.</summary>
    public string? LastCode { get; set; }
}
