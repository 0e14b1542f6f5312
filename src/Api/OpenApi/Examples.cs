using System.Text.Json.Nodes;

namespace ServiceDesk.Api.OpenApi;

/// <summary>A body to start from, for each operation that takes one people would look up, by operation id.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["SignIn"] = """{ "userName": "alice", "password": "ServiceDesk!demo" }""",
        ["OpenIncident"] = """
            {
              "title": "The printer on the second floor does not print", "description": "Since this morning; the display says **PC load letter**.",
              "impact": "medium", "urgency": "high", "tags": ["printer"]
            }
            """,
        ["AssignIncident"] = """{ "teamId": "0199d6f2-6c1e-7a54-9d0b-2a7c5a1f0e01", "assigneeId": "0199d6f2-6c1e-7a54-9d0b-2a7c5a1f0e02" }""",
        ["HoldIncident"] = """{ "reason": "awaitingRequester", "until": "2026-11-27T09:00:00Z", "comment": "Which error does it show?" }""",
        ["ResolveIncident"] = """{ "code": "fixed", "text": "A new fuser was put in.", "conversationVersion": 4 }""",
        ["ReopenIncident"] = """{ "text": "It still does not print." }""",
        ["CancelIncident"] = """{ "reason": "Reported twice." }""",
        ["AddComment"] = """{ "body": "I will be at your desk at ten.", "visibility": "public", "conversationVersion": 3 }""",
        ["MergeIncident"] = """{ "intoId": "0199d6f2-6c1e-7a54-9d0b-2a7c5a1f0e03" }""",
        ["SplitIncident"] = """{ "commentId": "0199d6f2-6c1e-7a54-9d0b-2a7c5a1f0e04", "title": "The scanner as well" }""",
        ["DeclareMajor"] = """{ "leadId": "0199d6f2-6c1e-7a54-9d0b-2a7c5a1f0e05", "summary": "Mail is down at all sites." }""",
        ["ChangePreferences"] = """{ "notifications": { "teamQueue": true }, "interface": { "theme": "dark" } }""",
        ["CreateCalendar"] = """
            {
              "name": "Office hours", "timeZone": "Europe/Paris",
              "weekly": { "monday": [{ "from": "08:00", "to": "12:00" }, { "from": "13:00", "to": "17:00" }] },
              "exceptions": [{ "date": "2026-12-24", "label": "Christmas Eve", "windows": [{ "from": "08:00", "to": "12:00" }] }]
            }
            """,
    };

    public static JsonNode? Of(string? operationId) => operationId is not null && Bodies.TryGetValue(operationId, out var json) ? JsonNode.Parse(json) : null;
}
