using System.Text.Json.Nodes;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Configuration;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.Tickets;

public abstract partial class Ticket
{
    /// <summary>Edits the words; returns nothing when nothing differs.</summary>
    public void Describe(string title, string description, Act act)
    {
        List<string> fields = [];
        if (title.Trim() != Title)
            fields.Add("title");
        if (description != Description)
            fields.Add("description");
        if (fields.Count == 0)
            return;

        var before = new { Title, Description };
        (Title, Description) = (title.Trim(), description);
        Changed(fields, act, new { Fields = fields, Before = before });
    }

    /// <summary>
    /// Sets what the priority and the service levels follow from. <paramref name="matrix"/> gives the priority unless one
    /// was set by hand.
    /// </summary>
    public void Classify(Classification to, PriorityMatrix matrix, Act act)
    {
        var from = new Classification(Impact, Urgency, ServiceId, CategoryId, SiteId);
        if (to == from)
            return;

        (Impact, Urgency, ServiceId, CategoryId, SiteId) = (to.Impact, to.Urgency, to.ServiceId, to.CategoryId, to.SiteId);
        var priority = PriorityOverride?.Priority ?? matrix.Priority(Impact, Urgency);
        var fields = to.DifferencesFrom(from);
        var recorded = Record(TicketEventType.FieldsChanged, act, new { Fields = fields, Before = from.Values(), After = to.Values() });
        if (priority != Priority)
            recorded = Prioritise(priority, act);

        Raise(new TicketClassified(Id, Version, act.By, act.At, recorded.Sequence, fields));
    }

    /// <summary>Sets the priority by hand, against the matrix, with a reason that reports show; null takes it back.</summary>
    public void OverridePriority(PriorityOverride? by, PriorityMatrix matrix, Act act)
    {
        PriorityOverride = by;
        var recorded = Record(TicketEventType.PriorityOverridden, act, new { From = Priority, To = by?.Priority, by?.Reason });
        var priority = by?.Priority ?? matrix.Priority(Impact, Urgency);
        if (priority != Priority)
            recorded = Prioritise(priority, act);

        Raise(new TicketClassified(Id, Version, act.By, act.At, recorded.Sequence, ["priority"]));
    }

    public void ChangeRequester(UserId requester, Act act)
    {
        if (requester == RequesterId)
            return;

        var recorded = Record(TicketEventType.RequesterChanged, act, new { From = RequesterId.Value, To = requester.Value });
        RequesterId = requester;
        Raise(new TicketClassified(Id, Version, act.By, act.At, recorded.Sequence, ["requester"]));
    }

    public void Tag(IEnumerable<string> tags, Act act)
    {
        var clean = Normalised(tags);
        if (clean.SequenceEqual(Tags))
            return;

        var before = Tags;
        Tags = clean;
        Changed(["tags"], act, new { Fields = new[] { "tags" }, Before = before, After = clean });
    }

    /// <summary>Replaces the custom fields; the caller has checked them against their definitions.</summary>
    public void Fill(string customFields, Act act)
    {
        if (customFields == CustomFields)
            return;

        var keys = ChangedKeys(CustomFields, customFields);
        CustomFields = customFields;
        Changed(["customFields"], act, new { Fields = new[] { "customFields" }, Keys = keys });
    }

    // Which of them, not what they say: that may be personal, and goes with the ticket alone.
    private static string[] ChangedKeys(string before, string after)
    {
        var (old, now) = (JsonNode.Parse(before)!.AsObject(), JsonNode.Parse(after)!.AsObject());
        return [.. old.Select(field => field.Key).Union(now.Select(field => field.Key))
            .Where(key => !JsonNode.DeepEquals(old[key], now[key]))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Hides the ticket from all but requester, assignee, owning team and auditors.</summary>
    public void Restrict(bool restricted, Act act)
    {
        if (restricted == Restricted)
            return;

        Restricted = restricted;
        Changed(["restricted"], act, new { Fields = new[] { "restricted" }, After = restricted });
    }

    public void Concern(IEnumerable<ConfigurationItemId> wanted, Act act)
    {
        HashSet<ConfigurationItemId> target = [.. wanted];
        if (target.SetEquals(items.Select(i => i.ConfigurationItemId)))
            return;

        var before = items.Select(i => i.ConfigurationItemId.Value).ToArray();
        items.RemoveAll(i => !target.Contains(i.ConfigurationItemId));
        items.AddRange(target.Where(t => items.All(i => i.ConfigurationItemId != t)).Select(t => new TicketItem(Id, t)).ToList());
        Changed(["configurationItems"], act, new { Fields = new[] { "configurationItems" }, Before = before, After = target.Select(t => t.Value) });
    }

    /// <summary>
    /// Puts the ticket below another; the caller has made sure that no cycle comes of it, and knows whether those who see it may know of the
    /// one or the other parent.
    /// </summary>
    public void BecomeChildOf(TicketId? parent, Visibility visibility, Act act)
    {
        if (parent == Id)
            throw RuleViolationException.Meaning("ticket.link_self", "A ticket cannot be its own parent.");
        if (parent == ParentId)
            return;

        var before = ParentId;
        ParentId = parent;
        Changed(["parent"], act, new { Fields = new[] { "parent" }, Before = before?.Value, After = parent?.Value }, visibility);
    }

    private TicketEvent Prioritise(Priority priority, Act act)
    {
        var recorded = Record(TicketEventType.PriorityChanged, act, new { From = Priority, To = priority });
        Priority = priority;
        return recorded;
    }

    private void Changed(IReadOnlyList<string> fields, Act act, object details, Visibility visibility = Visibility.Public)
    {
        Record(TicketEventType.FieldsChanged, act, details, visibility);
        Raise(new TicketChanged(Id, Version, act.By, act.At, fields, visibility));
    }
}

/// <summary>What priority and service levels are looked up by.</summary>
public sealed record Classification(Impact Impact, Urgency Urgency, ServiceId? ServiceId, CategoryId? CategoryId, SiteId? SiteId)
{
    /// <summary>The names its members have on the timeline.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["impact", "urgency", "service", "category", "site"];

    internal List<string> DifferencesFrom(Classification other)
    {
        List<string> fields = [];
        if (Impact != other.Impact)
            fields.Add("impact");
        if (Urgency != other.Urgency)
            fields.Add("urgency");
        if (ServiceId != other.ServiceId)
            fields.Add("service");
        if (CategoryId != other.CategoryId)
            fields.Add("category");
        if (SiteId != other.SiteId)
            fields.Add("site");
        return fields;
    }

    internal object Values() => new { Impact, Urgency, Service = ServiceId?.Value, Category = CategoryId?.Value, Site = SiteId?.Value };
}
