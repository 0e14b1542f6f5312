namespace ServiceDesk.Application.ServiceLevels;

/// <summary>One clock of a ticket, as it stands now.</summary>
public sealed record ServiceLevelResponse
{
    /// <summary>firstResponse, nextResponse or resolution.</summary>
    public required string Target { get; init; }

    /// <summary>Counts the questions of the requester; 1 for the other targets.</summary>
    public required int Cycle { get; init; }

    /// <summary>running, paused, met, missed or cancelled.</summary>
    public required string State { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while paused.</summary>
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>Seconds of open time promised.</summary>
    public required long TargetSeconds { get; init; }

    /// <summary>Seconds of open time left; negative when late.</summary>
    public required long RemainingSeconds { get; init; }

    /// <summary>Share of the target used: 0.75 and more is at risk, above 1 late.</summary>
    public required double UsedShare { get; init; }
    public required DateTimeOffset? BreachedAt { get; init; }
    public required DateTimeOffset? PausedSince { get; init; }

    /// <summary>What it waits for while it is paused: the reason of the hold.</summary>
    public required string? PausedReason { get; init; }
    public required DateTimeOffset? StoppedAt { get; init; }

    /// <summary>The next five spans of open time, so that a client can count down open time.</summary>
    public required IReadOnlyList<OpenWindow> OpenWindows { get; init; }
    public required PolicyRef Policy { get; init; }
}

/// <summary>A span of open time, from inclusive to exclusive.</summary>
public sealed record OpenWindow(DateTimeOffset From, DateTimeOffset To);

/// <summary>The version of the policy a clock runs under.</summary>
public sealed record PolicyRef(Guid Id, string Name, int Version);

/// <summary>Gives the clocks of tickets as they stand now.</summary>
public interface IServiceLevelReader
{
    /// <summary>Of each target the clock that matters: of next responses the latest.</summary>
    Task<IReadOnlyList<ServiceLevelResponse>> OfAsync(Guid ticketId, CancellationToken ct);

    /// <summary>The same for many tickets, in one query; tickets without a clock are left out.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<ServiceLevelResponse>>> OfAllAsync(IReadOnlyCollection<Guid> ticketIds, CancellationToken ct);
}
