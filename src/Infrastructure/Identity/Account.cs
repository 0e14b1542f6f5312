using Microsoft.AspNetCore.Identity;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>How a person signs in. Its id is the person's id; the person lives on without it.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Set by an administrator's reset: the next sign-in must choose a new password.</summary>
    public bool PasswordExpired { get; set; }

    /// <summary>The authenticator's codes that were used last, parted by spaces: as many as are good at one time. None works a second time.</summary>
    public string? LatestCodes { get; private set; }

    /// <summary>Uses an authenticator's code up; false when it was used before.</summary>
    public bool UseUp(string code)
    {
        string[] used = LatestCodes?.Split(' ') ?? [];
        if (used.Contains(code))
            return false;

        LatestCodes = string.Join(' ', used.TakeLast(CodesGoodAtOnce - 1).Append(code));
        return true;
    }

    // The framework takes those of two steps before and after.
    private const int CodesGoodAtOnce = 10;
}
