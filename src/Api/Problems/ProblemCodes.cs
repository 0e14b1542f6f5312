namespace ServiceDesk.Api.Problems;

/// <summary>The codes of errors that no rule of the domain names.</summary>
internal static class ProblemCodes
{
    public const string Validation = "validation";
    public const string Malformed = "request.malformed";
    public const string UnknownParameter = "request.unknown_parameter";
    public const string NotFound = "not_found";
    public const string Unauthenticated = "session.required";
    public const string Forbidden = "forbidden";
    public const string EditedMeanwhile = "edited_meanwhile";
    public const string ConversationMoved = "conversation.moved";
    public const string Busy = "edited_concurrently";
    public const string TooLarge = "request.too_large";
    public const string RateLimited = "rate_limited";
    public const string TimedOut = "request.timed_out";
    public const string StatementTimedOut = "database.timed_out";
    public const string DiskFull = "database.disk_full";
    public const string Starting = "server.starting";
    public const string Stopping = "server.stopping";
    public const string Unexpected = "unexpected";
    public const string Unavailable = "database.unavailable";

    public static string OfStatus(int status) => status switch
    {
        400 => Malformed,
        401 => Unauthenticated,
        403 => Forbidden,
        404 => NotFound,
        405 => "request.method_not_allowed",
        412 => EditedMeanwhile,
        413 => TooLarge,
        415 => "request.media_type",
        429 => RateLimited,
        503 => Unavailable,
        _ => Unexpected,
    };
}
