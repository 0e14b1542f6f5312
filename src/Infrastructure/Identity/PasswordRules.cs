using Microsoft.AspNetCore.Identity;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>Beside the length: neither one's own name, nor one of the commonest, nor a few characters over and over.</summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    private const int FewestDifferent = 5;
    private const int ShortestName = 4;

    /// <summary>What remains of the commonest passwords of twelve characters and more once digits and signs at their ends are gone.</summary>
    private static readonly HashSet<string> Commonest =
    [
        "", "password", "passwordpassword", "motdepasse", "motdepassemotdepasse", "qwerty", "qwertyuiop", "qwertyqwerty", "azerty", "azertyuiop",
        "azertyazerty", "iloveyou", "jetaime", "welcome", "bienvenue", "administrator", "administrateur", "admin", "letmein", "changeme", "football",
        "baseball", "princess", "sunshine", "superman", "dragon", "monkey", "master", "trustno", "unknown", "abcdefghijkl", "abcdefghijklm", "abcdefgh",
        "servicedesk", "helpdesk", "company", "entreprise", "soleil", "doudou", "loulou", "marseille", "secret", "default", "temporary", "spring", "summer",
        "autumn", "winter", "printemps", "automne", "hiver", "january", "december", "qwertyuiopasdfgh", "zaqwsxcderfv", "qazwsxedcrfv", "asdfghjkl",
        "asdfghjklqwe", "correcthorsebatterystaple", "q1w2e3r4t5y", "q1w2e3r", "passw0rd", "p@ssw0rd", "p@ssword",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Refusal(user.UserName ?? "", password ?? "") is { } refusal
            ? IdentityResult.Failed(new IdentityError { Code = "Common", Description = refusal })
            : IdentityResult.Success);

    private static string? Refusal(string userName, string password)
    {
        var plain = password.ToLowerInvariant();
        if (userName.Length >= ShortestName && Core(plain.Replace(userName.ToLowerInvariant(), "", StringComparison.Ordinal)).Length < ShortestName
            && plain.Contains(userName, StringComparison.OrdinalIgnoreCase))
            return "The password is little more than the user name.";
        if (plain.Distinct().Count() < FewestDifferent)
            return "The password repeats a few characters.";

        return Commonest.Contains(Core(plain)) ? "The password is one of the first that are guessed." : null;
    }

    private static string Core(string plain)
    {
        var (from, to) = (0, plain.Length);
        while (from < to && !char.IsLetter(plain[from]))
            from++;
        while (to > from && !char.IsLetter(plain[to - 1]))
            to--;
        return plain[from..to];
    }
}
