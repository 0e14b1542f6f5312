using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.Views;

public readonly record struct ViewId(Guid Value) : ITypedId<ViewId>
{
    public static ViewId From(Guid value) => new(value);

    public static ViewId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

/// <summary>A queue somebody saved: what is in it, in which order, with which columns; private, or shared with one team.</summary>
public sealed class SavedView : AggregateRoot, IVersioned
{
    public const int NameMaxLength = 100;
    public const int MaxColumns = 30;
    public const int ColumnMaxLength = 60;

    private SavedView() { }

    public ViewId Id { get; private init; }
    public UserId OwnerId { get; private init; }

    /// <summary>The team it is shared with; null is private.</summary>
    public TeamId? TeamId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The question as a tree in neutral words, as JSON.</summary>
    public string Filter { get; private set; } = "";
    public string Sort { get; private set; } = "";
    public string[] Columns { get; private set; } = [];

    /// <summary>Counted live in the side bar.</summary>
    public bool Pinned { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }
    public long Version { get; private set; } = 1;

    public static SavedView Save(UserId owner, ViewContent content, DateTimeOffset now)
    {
        var view = new SavedView { Id = ViewId.New(now), OwnerId = owner, CreatedAt = now };
        view.Take(content);
        return view;
    }

    public void Change(ViewContent content)
    {
        Take(content);
        Version++;
    }

    private void Take(ViewContent content) =>
        (Name, Filter, Sort, Columns, TeamId, Pinned) = (content.Name.Trim(), content.Filter, content.Sort, [.. content.Columns], content.TeamId, content.Pinned);
}

/// <summary>Everything about a view that its owner decides.</summary>
public sealed record ViewContent(string Name, string Filter, string Sort, IReadOnlyList<string> Columns, TeamId? TeamId, bool Pinned);
