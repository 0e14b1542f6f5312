namespace ServiceDesk.Application.People;

/// <summary>
/// Telephone numbers as they are compared: by their digits, however they are written. The database has an index of every three digits in a
/// row, so that the beginning, the extension at the end and all between are found alike.
/// </summary>
public static class PhoneDigits
{
    /// <summary>How many digits a search needs; fewer are in every number.</summary>
    private const int Fewest = 3;

    /// <summary>Where one writes the country and the other does not, so many digits at the end are still the same.</summary>
    private const int WithoutCountry = 9;

    /// <summary>The digits to look for, when what was typed can be a telephone number: without the zeros that only say where one calls from.</summary>
    public static string? In(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (typed.Any(c => !char.IsAsciiDigit(c) && !" +-./()\u00a0\u202f".Contains(c)))
            return null;

        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        var told = digits.TrimStart('0');
        if (told.Length < Fewest)
            return digits.Length < Fewest ? null : digits;
        return told.Length > WithoutCountry ? told[^WithoutCountry..] : told;
    }

    /// <summary>Whether a number has these digits in a row, inside a query.</summary>
    public static bool Has(string phone, string digits) => throw new InvalidOperationException($"{digits} are looked for in {phone} by the database.");
}
