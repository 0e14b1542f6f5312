using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>Which tickets a policy is for: all conditions given must hold, none given is every ticket.</summary>
public sealed record ConditionsBody
{
    public Practice? Practice { get; init; }
    public IReadOnlyList<Priority>? Priorities { get; init; }
    public IReadOnlyList<Guid>? ServiceIds { get; init; }

    /// <summary>A category covers those below it.</summary>
    public IReadOnlyList<Guid>? CategoryIds { get; init; }
    public IReadOnlyList<Guid>? SiteIds { get; init; }

    /// <summary>Departments or teams the requester belongs to.</summary>
    public IReadOnlyList<Guid>? RequesterGroupIds { get; init; }
    public bool? Vip { get; init; }

    internal PolicyConditions Read() => new()
    {
        Practice = Practice,
        Priorities = Priorities,
        ServiceIds = ServiceIds?.Select(ServiceId.From).ToList(),
        CategoryIds = CategoryIds?.Select(CategoryId.From).ToList(),
        SiteIds = SiteIds?.Select(SiteId.From).ToList(),
        RequesterGroupIds = RequesterGroupIds,
        Vip = Vip,
    };

    internal static ConditionsBody Of(PolicyConditions when) => new()
    {
        Practice = when.Practice,
        Priorities = when.Priorities,
        ServiceIds = when.ServiceIds?.Select(x => x.Value).ToList(),
        CategoryIds = when.CategoryIds?.Select(x => x.Value).ToList(),
        SiteIds = when.SiteIds?.Select(x => x.Value).ToList(),
        RequesterGroupIds = when.RequesterGroupIds,
        Vip = when.Vip,
    };
}

/// <summary>Changes single conditions: those left out stay, null drops one.</summary>
public sealed record ConditionsPatch
{
    public Optional<Practice?> Practice { get; init; }
    public Optional<IReadOnlyList<Priority>> Priorities { get; init; }
    public Optional<IReadOnlyList<Guid>> ServiceIds { get; init; }
    public Optional<IReadOnlyList<Guid>> CategoryIds { get; init; }
    public Optional<IReadOnlyList<Guid>> SiteIds { get; init; }
    public Optional<IReadOnlyList<Guid>> RequesterGroupIds { get; init; }
    public Optional<bool?> Vip { get; init; }

    internal PolicyConditions Apply(PolicyConditions when)
    {
        var current = ConditionsBody.Of(when);
        return new ConditionsBody
        {
            Practice = Practice.Or(current.Practice),
            Priorities = Priorities.Or(current.Priorities),
            ServiceIds = ServiceIds.Or(current.ServiceIds),
            CategoryIds = CategoryIds.Or(current.CategoryIds),
            SiteIds = SiteIds.Or(current.SiteIds),
            RequesterGroupIds = RequesterGroupIds.Or(current.RequesterGroupIds),
            Vip = Vip.Or(current.Vip),
        }.Read();
    }
}

/// <summary>Open time until each of these; a target that is left out is not promised.</summary>
public sealed record TargetsBody
{
    public TimeSpan? FirstResponse { get; init; }
    public TimeSpan? NextResponse { get; init; }
    public TimeSpan? Resolution { get; init; }

    internal PolicyTargets Read() => new(Seconds(FirstResponse), Seconds(NextResponse), Seconds(Resolution));

    internal static TargetsBody Of(PolicyTargets targets) => new()
    {
        FirstResponse = Span(targets.FirstResponse),
        NextResponse = Span(targets.NextResponse),
        Resolution = Span(targets.Resolution),
    };

    private static long? Seconds(TimeSpan? span) => (long?)span?.TotalSeconds;

    private static TimeSpan? Span(long? seconds) => seconds is { } s ? TimeSpan.FromSeconds(s) : null;
}

/// <summary>Changes single targets: those left out stay, null drops one.</summary>
public sealed record TargetsPatch
{
    public Optional<TimeSpan?> FirstResponse { get; init; }
    public Optional<TimeSpan?> NextResponse { get; init; }
    public Optional<TimeSpan?> Resolution { get; init; }

    internal PolicyTargets Apply(PolicyTargets targets)
    {
        var current = TargetsBody.Of(targets);
        return new TargetsBody
        {
            FirstResponse = FirstResponse.Or(current.FirstResponse),
            NextResponse = NextResponse.Or(current.NextResponse),
            Resolution = Resolution.Or(current.Resolution),
        }.Read();
    }
}
