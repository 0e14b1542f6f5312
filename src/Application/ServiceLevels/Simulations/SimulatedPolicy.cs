using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels.Simulations;

/// <summary>A policy as it is or would be, with its calendar open.</summary>
public sealed record SimulatedPolicy(PolicyId Id, int Order, PolicyDefinition Definition, BusinessCalendar Calendar)
{
    internal static SimulatedPolicy? FirstMatch(IEnumerable<SimulatedPolicy> ordered, TicketFacts facts) =>
        ordered.FirstOrDefault(p => p.Definition.When.Matches(facts));

    /// <summary>When a ticket with this history falls due; null where the policy promises nothing.</summary>
    internal Deadline? DeadlineOf(ServiceLevelTarget target, TicketHistory history, DateTimeOffset now)
    {
        if (Definition.Targets.For(target) is not { } seconds)
            return null;

        var stop = target == ServiceLevelTarget.Resolution ? history.StoppedAt : history.RespondedAt(Definition.FirstResponseBy);
        var due = Calendar.Add(history.OpenedAt, TimeSpan.FromSeconds(seconds), history.Pauses(Definition.PauseOn, stop ?? now));
        return new Deadline(due, stop, stop is { } s ? s > due : now >= due);
    }
}

/// <summary>A deadline, when it was met or missed if it was, and whether that is late.</summary>
internal sealed record Deadline(DateTimeOffset DueAt, DateTimeOffset? StoppedAt, bool Late);
