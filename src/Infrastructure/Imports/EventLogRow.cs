using System.Globalization;
using ServiceDesk.Domain.Imports;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Infrastructure.Imports;

/// <summary>One update of one incident in a ServiceNow event log. Names are null where the log has its question mark.</summary>
internal sealed record EventLogRow
{
    public required long Row { get; init; }
    public required string Number { get; init; }

    /// <summary>Null for the stray "-100", which says nothing: the state before it stays.</summary>
    public required LogState? State { get; init; }
    public required DateTime UpdatedAt { get; init; }
    public required DateTime OpenedAt { get; init; }
    public required Impact Impact { get; init; }
    public required Urgency Urgency { get; init; }
    public required Priority Priority { get; init; }
    public required int Reassigned { get; init; }
    public required int Reopened { get; init; }
    public required int Updates { get; init; }
    public DateTime? ResolvedAt { get; init; }
    public DateTime? ClosedAt { get; init; }
    public string? Caller { get; init; }
    public string? OpenedBy { get; init; }
    public string? UpdatedBy { get; init; }
    public string? Resolver { get; init; }
    public string? Group { get; init; }
    public string? Location { get; init; }
    public string? Category { get; init; }
    public string? Subcategory { get; init; }
    public string? ContactType { get; init; }
    public string? Symptom { get; init; }
    public string? ClosedCode { get; init; }
}

/// <summary>The states of the log.</summary>
internal enum LogState
{
    New,
    Active,
    AwaitingUserInfo,
    AwaitingEvidence,
    AwaitingProblem,
    AwaitingVendor,
    Resolved,
    Closed,
}

/// <summary>Reads rows by the names in the heading, and says in one sentence why one cannot be taken.</summary>
internal sealed class EventLogFormat
{
    public const int NameMaxLength = 200;

    private static readonly string[] Needed =
        ["number", "incident_state", "sys_updated_at", "opened_at", "impact", "urgency", "priority"];

    private static readonly string[] DateFormats = ["d/M/yyyy HH:mm", "d/M/yyyy H:mm", "d/M/yyyy HH:mm:ss"];

    private static readonly Dictionary<string, LogState?> States = new(StringComparer.OrdinalIgnoreCase)
    {
        ["New"] = LogState.New,
        ["Active"] = LogState.Active,
        ["Awaiting User Info"] = LogState.AwaitingUserInfo,
        ["Awaiting Evidence"] = LogState.AwaitingEvidence,
        ["Awaiting Problem"] = LogState.AwaitingProblem,
        ["Awaiting Vendor"] = LogState.AwaitingVendor,
        ["Resolved"] = LogState.Resolved,
        ["Closed"] = LogState.Closed,
        ["-100"] = null,
    };

    private readonly Dictionary<string, int> columns;

    private EventLogFormat(Dictionary<string, int> columns) => this.columns = columns;

    /// <summary>Null when the heading lacks a column that cannot be done without; <paramref name="missing"/> names it.</summary>
    public static EventLogFormat? Of(string[] heading, out string missing)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < heading.Length; i++)
            columns.TryAdd(heading[i].Trim().TrimStart('\uFEFF'), i);

        missing = string.Join(", ", Needed.Where(n => !columns.ContainsKey(n)));
        return missing.Length == 0 ? new EventLogFormat(columns) { Width = heading.Length } : null;
    }

    private int Width { get; init; }

    /// <summary>The row, or null and why not.</summary>
    public EventLogRow? Read(string[] fields, long row, out RowRefusal? refusal)
    {
        try
        {
            refusal = null;
            if (fields.Length != Width)
                throw new RowException(RowRefusal.Width(fields.Length, Width));
            if (fields.FirstOrDefault(f => f.Length > NameMaxLength) is { } long_)
                throw new RowException(RowRefusal.TooLong(NameMaxLength, long_[..40]));

            if (Array.FindIndex(fields, f => f.Contains('\0', StringComparison.Ordinal)) is >= 0 and var at)
                throw new RowException(RowRefusal.NoText(at + 1));

            return Take(fields, row);
        }
        catch (RowException e)
        {
            refusal = e.Refusal;
            return null;
        }
    }

    private EventLogRow Take(string[] fields, long row) => new()
    {
        Row = row,
        Number = Text(fields, "number") is { Length: <= ExternalReference.PartMaxLength } number ? number : throw new RowException(RowRefusal.Number()),
        State = States.TryGetValue(Text(fields, "incident_state") ?? "", out var state)
            ? state
            : throw new RowException(RowRefusal.State(Text(fields, "incident_state") ?? "")),
        UpdatedAt = Date(fields, "sys_updated_at") ?? throw new RowException(RowRefusal.Missing("sys_updated_at")),
        OpenedAt = Date(fields, "opened_at") ?? throw new RowException(RowRefusal.Missing("opened_at")),
        ResolvedAt = Date(fields, "resolved_at"),
        ClosedAt = Date(fields, "closed_at"),
        Impact = (Impact)Level(fields, "impact", 3),
        Urgency = (Urgency)Level(fields, "urgency", 3),
        Priority = (Priority)Level(fields, "priority", 5),
        Reassigned = Count(fields, "reassignment_count"),
        Reopened = Count(fields, "reopen_count"),
        Updates = Count(fields, "sys_mod_count"),
        Caller = Text(fields, "caller_id"),
        OpenedBy = Text(fields, "opened_by"),
        UpdatedBy = Text(fields, "sys_updated_by"),
        Resolver = Text(fields, "assigned_to"),
        Group = Text(fields, "assignment_group"),
        Location = Text(fields, "location"),
        Category = Text(fields, "category"),
        Subcategory = Text(fields, "subcategory"),
        ContactType = Text(fields, "contact_type"),
        Symptom = Text(fields, "u_symptom"),
        ClosedCode = Text(fields, "closed_code"),
    };

    private string? Text(string[] fields, string column) =>
        columns.TryGetValue(column, out var at) && fields[at].AsSpan().Trim() is { Length: > 0 } text && text is not "?" ? text.ToString() : null;

    private DateTime? Date(string[] fields, string column) => Text(fields, column) is not { } text ? null
        : DateTime.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at
        : throw new RowException(RowRefusal.Date(column, text));

    // "3 - Low"
    private int Level(string[] fields, string column, int max) =>
        Text(fields, column) is { } text && text[0] - '0' is var level && level >= 1 && level <= max && (text.Length == 1 || !char.IsDigit(text[1]))
            ? level
            : throw new RowException(RowRefusal.Level(column, Text(fields, column) ?? "", max));

    private int Count(string[] fields, string column) => Text(fields, column) is not { } text ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count
        : throw new RowException(RowRefusal.Count(column, text));

    private sealed class RowException(RowRefusal refusal) : Exception(refusal.Text)
    {
        public RowRefusal Refusal { get; } = refusal;
    }
}
