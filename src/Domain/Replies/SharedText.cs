using System.Text.RegularExpressions;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.Replies;

/// <summary>Who may use a prepared text: its owner, a team, or everybody who works on tickets.</summary>
public enum SharingScope
{
    Private,
    Team,
    Everybody,
}

/// <summary>With whom a prepared text is shared.</summary>
public sealed record Sharing(SharingScope Scope, TeamId? TeamId)
{
    /// <summary>A team when it is shared with one, and none otherwise.</summary>
    public Sharing Checked() => Scope == SharingScope.Team == TeamId is not null
        ? this
        : throw RuleViolationException.Meaning("sharing.team", "Name the team when it is shared with one, and none otherwise.");
}

/// <summary>Something prepared by a person and perhaps shared.</summary>
public interface IShared
{
    UserId OwnerId { get; }
    SharingScope Scope { get; }
    TeamId? TeamId { get; }
}

/// <summary>The places in a prepared text that are filled from the ticket and the writer: {{requester.name}}.</summary>
public static partial class Placeholders
{
    public static readonly IReadOnlyList<string> Known =
    [
        "requester.name", "requester.firstName", "requester.email", "ticket.reference", "ticket.title", "ticket.priority", "assignee.name", "team.name",
        "service.name", "site.name", "me.name", "me.firstName", "me.email", "today",
    ];

    /// <summary>Throws when a text has a place that nothing could ever fill.</summary>
    public static void Demand(params IEnumerable<string?> texts)
    {
        foreach (var name in texts.SelectMany(Names).Where(n => !Known.Contains(n)))
            throw RuleViolationException.Meaning("reply.unknown_variable", $"There is no variable '{name}'. Known: {string.Join(", ", Known)}.");
    }

    /// <summary>Fills the places in one pass, so that what is filled in is never read as a place; those without a value become empty.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string?> values) =>
        Place().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value) ?? "");

    public static IEnumerable<string> Names(string? text) => Place().Matches(text ?? "").Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"\{\{\s*([\w.]+)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
