using ServiceDesk.Domain.Common;

namespace ServiceDesk.Domain.Tickets;

/// <summary>Words of a ticket that can be removed for good.</summary>
public enum RedactedPart
{
    Title,
    Description,

    /// <summary>The text of every resolution it ever had.</summary>
    Resolution,

    /// <summary>What was said with other acts: why it was reopened, cancelled or given another priority, the news of a major incident.</summary>
    Remarks,

    /// <summary>The titles of its tasks.</summary>
    Tasks,

    /// <summary>The texts of the time logged on it.</summary>
    Worklogs,

    /// <summary>What was typed into its custom fields.</summary>
    CustomFields,
}

public abstract partial class Ticket
{
    /// <summary>
    /// Removes words of its own and what the timeline remembers of them; pass the lines that can hold words. A title is replaced. The mark that
    /// stays says what was removed and why.
    /// </summary>
    public void Redact(IReadOnlyCollection<RedactedPart> parts, string? title, string reason, IEnumerable<TicketEvent> history, Act act)
    {
        if (parts.Contains(RedactedPart.Title))
            Title = title!.Trim();
        if (parts.Contains(RedactedPart.Description))
            Description = "";
        if (parts.Contains(RedactedPart.Resolution) && Resolution is { } resolution)
            Resolution = resolution with { Text = "" };
        if (parts.Contains(RedactedPart.Remarks))
            RedactRemarks();
        foreach (var line in history)
            line.Redact(parts);

        Record(TicketEventType.Redacted, act, new { Parts = parts, Reason = reason });
        Raise(new TicketChanged(Id, Version, act.By, act.At, ["title", "description", "resolution", "customFields"], Visibility.Public));
    }

    /// <summary>Custom fields as they are without the words in them; told with the redaction it belongs to.</summary>
    public void KeepOfCustomFields(string withoutWords) => CustomFields = withoutWords;

    /// <summary>What a practice keeps of remarks beside its timeline.</summary>
    protected virtual void RedactRemarks()
    {
        if (PriorityOverride is { } by)
            PriorityOverride = by with { Reason = "" };
    }
}
