namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>Why an entry is in a ledger, where it is not the reason of a pause.</summary>
public static class ClockWords
{
    public const string Opened = "opened";
    public const string Message = "requesterMessage";
    public const string Answered = "answered";
    public const string TakenOver = "takenOver";
    public const string Assigned = "assigned";
    public const string Classified = "classified";
    public const string Published = "policyPublished";

    /// <summary>Cancelled because no policy promises this target to the ticket any more; only another policy brings it back.</summary>
    public const string NotPromised = "notPromised";

    public const string Duplicate = "duplicate";
}
