using ServiceDesk.Limit;

namespace ServiceDesk.Load;

/// <summary>An operation as the product serves it, its bar, and how the limit is asked for the same.</summary>
internal sealed record Measurement(
    string Number, string Name, string Title, double PerSecondBar, double? RatioBar, Operation Recorded, NextRequest Product);

/// <summary>Rows 1 to 6 of the bar, on the seeded tickets.</summary>
internal static class Rows
{
    public const string Queue = "c0000000-0000-4000-8000-000000000001";
    private const string OpenBody =
        """{"title":"The printer on the second floor does not print","description":"Since this morning the display says **PC load letter**. We have tried another tray.","impact":"medium","urgency":"high","categoryId":"c2000000-0000-4000-8000-000000000001","teamId":"c0000000-0000-4000-8000-000000000001","tags":["printer"]}""";

    private const string CommentBody = """{"body":"I will be at your desk at ten; please keep the lid closed until then.","visibility":"public"}""";
    private const string HoldBody = """{"reason":"awaitingSupplier"}""";

    public static IReadOnlyList<Measurement> All(string product, string token, int tickets, string page200)
    {
        var elsewhere = Enumerable.Range(1, tickets).Where(n => n % 100 is >= 12 and < 60).ToList();
        var toComment = elsewhere.Where((_, i) => i % 4 is 0 or 3).Select(Seeds.Ticket).ToList();
        var toHold = elsewhere.Where((_, i) => i % 4 == 1).Select(Seeds.Ticket).ToList();
        var live = elsewhere.Where((_, i) => i % 4 == 2).Select(Seeds.Ticket).ToList();
        var any = Enumerable.Range(1, tickets).Where(n => n % 7 == 0).Select(Seeds.Ticket).ToList();
        var list = $"/api/v1/tickets?open=true&teamId={Queue}&sort=priority,dueAt&limit=50";
        const string search = "/api/v1/tickets?q=quicksilver&limit=50";

        // Held the first time, resumed the next.
        var turns = new int[live.Count];
        HttpRequestMessage Turn(int i) => Interlocked.Increment(ref turns[i]) % 2 == 1
            ? Caller.Request("POST", $"{product}/api/v1/incidents/{live[i]}/hold", token, HoldBody)
            : Caller.Request("POST", $"{product}/api/v1/incidents/{live[i]}/resume", token, "{}");

        HttpRequestMessage Get(string path) => Caller.Request("GET", product + path, token);

        return
        [
            new("1", "open", "open an incident (idempotent, audited, clocks set)", 400, 0.5,
                new("open", "POST", "/api/v1/incidents", OpenBody, token, null, [], true),
                n => Caller.Request("POST", product + "/api/v1/incidents", token, OpenBody, $"{Guid.CreateVersion7():n}-{n}")),
            new("2", "read", "read a ticket", 2000, 0.5,
                new("read", "GET", "/api/v1/incidents/{ticket}", null, token, any[0], any, false),
                n => Get("/api/v1/incidents/" + any[n % any.Count])),
            new("3", "queue", "first page (50) of a queue of 12,000 open", 1500, 0.5, new("queue", "GET", list, null, token, null, [], false), _ => Get(list)),
            new("4", "page200", "page 200 by cursor", 1500, 0.5,
                new("page200", "GET", list + "&cursor=" + page200, null, token, null, [], false), _ => Get(list + "&cursor=" + page200)),
            new("5", "search", "full-text search, ~1,000 hits", 200, null, new("search", "GET", search, null, token, null, [], false), _ => Get(search)),
            new("6", "comment", "comment (row 6, first half)", 400, 0.5,
                new("comment", "POST", "/api/v1/incidents/{ticket}/comments", CommentBody, token, toComment[0], toComment, false),
                n => Caller.Request("POST", $"{product}/api/v1/incidents/{live[n % live.Count]}/comments", token, CommentBody)),
            new("6", "hold", "transition (row 6, second half)", 400, 0.5,
                new("hold", "POST", "/api/v1/incidents/{ticket}/hold", HoldBody, token, toHold[0], toHold, false),
                n => Turn(n % live.Count)),
        ];
    }
}
