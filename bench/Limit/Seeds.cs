using System.Globalization;

namespace ServiceDesk.Limit;

/// <summary>Ids of the seeded tickets and of their clocks, told from their number; bench/Load/seed.sql makes the same.</summary>
public static class Seeds
{
    /// <summary>The ticket, its first-response and its resolution clock.</summary>
    public static Guid[] Family(Guid ticket)
    {
        var text = ticket.ToString();
        return [ticket, Guid.Parse("b2" + text[2..]), Guid.Parse("b3" + text[2..])];
    }

    public static Guid Ticket(int number) => Guid.Parse("b1000000-0000-7000-8000-" + number.ToString("x12", CultureInfo.InvariantCulture));
}
