using System.Reflection;
using ServiceDesk.Api.Endpoints;
using ServiceDesk.Api.Idempotency;
using ServiceDesk.Api.Problems;

namespace ServiceDesk.Api.OpenApi;

/// <summary>The codes that come of the way every request takes, whatever it asks for; the contract names each group once.</summary>
internal sealed record SharedCodes(string Name, int Status, string Description, IReadOnlyList<string> Codes, Func<Operation, bool> Applies);

/// <summary>What decides which of them an operation can answer with.</summary>
internal sealed record Operation(MethodInfo Endpoint, string Method, string Path, IReadOnlyList<object> Metadata, bool HasBody)
{
    public bool Writes => Method is not ("GET" or "HEAD");

    public bool IsOpen => Metadata.OfType<NoAntiforgery>().Any();

    public bool IsReplayed => Method == "POST" && !Metadata.OfType<NotReplayed>().Any();

    public bool IsUnkept => Method == "POST" && !IsOpen && Metadata.OfType<NotReplayed>().Any();

    public bool NamesOne => Path.Contains('{', StringComparison.Ordinal);
}

/// <summary>Every code an operation can answer with, by status: those of its way and those of what it does.</summary>
internal static class DeclaredCodes
{
    private static readonly string[] Reading = [ProblemCodes.Malformed, ProblemCodes.UnknownParameter, "request.if_match", ProblemCodes.Validation];
    private static readonly string[] Busy = [ProblemCodes.Unavailable, ProblemCodes.StatementTimedOut, ProblemCodes.TimedOut, ProblemCodes.Starting, ProblemCodes.Stopping];

    /// <summary>Of each status the widest group that applies stands last.</summary>
    public static readonly IReadOnlyList<SharedCodes> Shared =
    [
        new("Malformed", 400, "The request is outside the schema; errors names the members.", Reading, _ => true),
        new("MalformedWrite", 400, "The request is outside the schema, or lacks the token of a session's writes.", [.. Reading, "session.antiforgery"], o => o.Writes && !o.IsOpen),
        new("MalformedPost", 400, "The request is outside the schema, or one of its headers is.", [.. Reading, "session.antiforgery", "idempotency.key_malformed"], o => o.IsReplayed && !o.IsOpen),
        new("MalformedUnkept", 400, "The request is outside the schema, or brings an Idempotency-Key where no answer is kept.", [.. Reading, "session.antiforgery", IdempotencyMiddleware.NotHere], o => o.IsUnkept),
        new("SessionRequired", 401, "Nobody is signed in, or the token is not valid.", [ProblemCodes.Unauthenticated], o => !o.IsOpen),
        new("Forbidden", 403, "The caller lacks the permission that is named.", [ProblemCodes.Forbidden], o => !o.IsOpen),
        new("NotFound", 404, "It does not exist, or the caller may not know of it.", [ProblemCodes.NotFound], o => o.NamesOne),
        new("Conflict", 409, "It is being changed by others.", [ProblemCodes.Busy], o => o.Writes && !o.IsOpen),
        new("ConflictPost", 409, "It is being changed by others, or done just now.", [ProblemCodes.Busy, "idempotency.in_progress"], o => o.IsReplayed && !o.IsOpen),
        new("Gone", 410, "What this request wrote was removed since; its answer is not given again.", ["answer.redacted"], o => o.IsReplayed && !o.IsOpen),
        new("EditedMeanwhile", 412, "It is no longer the version of If-Match; current holds what it is now, changes who changed what since.", [ProblemCodes.EditedMeanwhile], _ => false),
        new("TooLarge", 413, "The body is too large.", [ProblemCodes.TooLarge], o => o.HasBody),
        new("MediaType", 415, "The body is of another type than those that are read.", ["request.media_type"], o => o.HasBody),
        new("RuleBroken", 422, "The meaning of the request breaks a rule.", ["idempotency.key_reused"], o => o.IsReplayed && !o.IsOpen),
        new("RateLimited", 429, "Too many requests; wait for Retry-After seconds.", [ProblemCodes.RateLimited], _ => true),
        new("Unavailable", 503, "Not now; wait for Retry-After seconds.", Busy, o => !o.Writes),
        new("UnavailableWrite", 503, "Not now, and nothing was done; wait for Retry-After seconds.", [.. Busy, ProblemCodes.DiskFull], o => o.Writes),
    ];

    public static SortedDictionary<int, SortedSet<string>> Of(Operation operation)
    {
        SortedDictionary<int, SortedSet<string>> codes = [];
        foreach (var group in Shared.Where(g => g.Applies(operation)))
            Add(codes, group.Status, group.Codes);
        foreach (var code in Refusals.Of(operation.Endpoint))
            Add(codes, ProblemCatalog.Find(code)!.Status, [code]);
        return codes;
    }

    /// <summary>The group that says it all, if one does.</summary>
    public static SharedCodes? Same(int status, IReadOnlySet<string> codes) => Shared.FirstOrDefault(g => g.Status == status && codes.SetEquals(g.Codes));

    private static void Add(SortedDictionary<int, SortedSet<string>> codes, int status, IEnumerable<string> more)
    {
        if (!codes.TryGetValue(status, out var known))
            codes[status] = known = new SortedSet<string>(StringComparer.Ordinal);
        known.UnionWith(more);
    }
}
