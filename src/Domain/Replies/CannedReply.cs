using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.Replies;

public readonly record struct CannedReplyId(Guid Value) : ITypedId<CannedReplyId>
{
    public static CannedReplyId From(Guid value) => new(value);

    public static CannedReplyId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

/// <summary>An answer that is written once and used often, in both languages.</summary>
public sealed class CannedReply : AggregateRoot, IVersioned, IShared
{
    public const int BodyMaxLength = 20_000;

    private CannedReply() { }

    public CannedReplyId Id { get; private init; }
    public UserId OwnerId { get; private init; }
    public SharingScope Scope { get; private set; }
    public TeamId? TeamId { get; private set; }
    public LocalizedText Name { get; private set; } = LocalizedText.Both("");

    /// <summary>Markdown with places such as {{requester.name}}.</summary>
    public LocalizedText Body { get; private set; } = LocalizedText.Both("");
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public long Version { get; private set; }

    public static CannedReply Write(ReplyContent content, Act act)
    {
        var reply = new CannedReply { Id = CannedReplyId.New(act.At), OwnerId = act.By, CreatedAt = act.At };
        reply.Rewrite(content, act);
        return reply;
    }

    public void Rewrite(ReplyContent content, Act act)
    {
        Placeholders.Demand(content.Body.En, content.Body.Fr);
        (Scope, TeamId) = (content.Sharing.Checked().Scope, content.Sharing.TeamId);
        (Name, Body, UpdatedAt, Version) = (content.Name, content.Body, act.At, Version + 1);
    }
}

/// <summary>What a canned reply says and who may use it.</summary>
public sealed record ReplyContent(LocalizedText Name, LocalizedText Body, Sharing Sharing);
