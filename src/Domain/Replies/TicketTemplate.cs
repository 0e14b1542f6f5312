using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.Replies;

public readonly record struct TicketTemplateId(Guid Value) : ITypedId<TicketTemplateId>
{
    public static TicketTemplateId From(Guid value) => new(value);

    public static TicketTemplateId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

/// <summary>A ticket half written: what is the same every time such a thing is opened.</summary>
public sealed class TicketTemplate : AggregateRoot, IVersioned, IShared
{
    private TicketTemplate() { }

    public TicketTemplateId Id { get; private init; }
    public UserId OwnerId { get; private init; }
    public SharingScope Scope { get; private set; }
    public TeamId? TeamId { get; private set; }
    public LocalizedText Name { get; private set; } = LocalizedText.Both("");
    public LocalizedText Title { get; private set; } = LocalizedText.Both("");
    public LocalizedText Description { get; private set; } = LocalizedText.Both("");
    public Impact Impact { get; private set; }
    public Urgency Urgency { get; private set; }
    public ServiceId? ServiceId { get; private set; }
    public CategoryId? CategoryId { get; private set; }

    /// <summary>The team whose queue such a ticket goes to.</summary>
    public TeamId? ForTeamId { get; private set; }
    public string[] Tags { get; private set; } = [];
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public long Version { get; private set; }

    public static TicketTemplate Write(TemplateContent content, Act act)
    {
        var template = new TicketTemplate { Id = TicketTemplateId.New(act.At), OwnerId = act.By, CreatedAt = act.At };
        template.Rewrite(content, act);
        return template;
    }

    public void Rewrite(TemplateContent content, Act act)
    {
        Placeholders.Demand(content.Title.En, content.Title.Fr, content.Description.En, content.Description.Fr);
        (Scope, TeamId) = (content.Sharing.Checked().Scope, content.Sharing.TeamId);
        (Name, Title, Description) = (content.Name, content.Title, content.Description);
        (Impact, Urgency, ServiceId, CategoryId, ForTeamId) = (content.Impact, content.Urgency, content.ServiceId, content.CategoryId, content.ForTeamId);
        Tags = [.. content.Tags.Select(t => t.Trim().ToLowerInvariant()).Distinct()];
        (UpdatedAt, Version) = (act.At, Version + 1);
    }
}

/// <summary>What a template fills in and who may use it.</summary>
public sealed record TemplateContent(LocalizedText Name, LocalizedText Title, LocalizedText Description, Sharing Sharing)
{
    public Impact Impact { get; init; } = Impact.Medium;
    public Urgency Urgency { get; init; } = Urgency.Medium;
    public ServiceId? ServiceId { get; init; }
    public CategoryId? CategoryId { get; init; }
    public TeamId? ForTeamId { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
}
