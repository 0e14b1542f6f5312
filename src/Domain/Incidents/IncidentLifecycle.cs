using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Tickets;
using static ServiceDesk.Domain.Incidents.IncidentTransition;
using static ServiceDesk.Domain.Tickets.TicketState;

namespace ServiceDesk.Domain.Incidents;

/// <summary>What can be done to an incident; in kebab-case these are the verbs of the API (ruling 1).</summary>
public enum IncidentTransition
{
    Assign,
    Start,
    Hold,
    Resume,
    Resolve,
    Reopen,
    Close,
    Cancel,
    Merge,
    Unmerge,
    Split,
    DeclareMajor,
    FollowUp,
    OverridePriority,
    Join,
}

/// <summary>Which transition may follow which state. The table below is the only place that knows.</summary>
public static class IncidentLifecycle
{
    private static readonly IncidentTransition[] All = Enum.GetValues<IncidentTransition>();

    public static TicketState Next(TicketState from, IncidentTransition transition) =>
        Find(from, transition)
        ?? throw new InvalidTransitionException("incident", Word(from.ToString()), Verb(transition), [.. Allowed(from).Select(Verb)]);

    public static IEnumerable<IncidentTransition> Allowed(TicketState from) => All.Where(transition => Find(from, transition) is not null);

    /// <summary>The transition's verb in a URL: declare-major.</summary>
    public static string Verb(IncidentTransition transition) => transition switch
    {
        DeclareMajor => "declare-major",
        FollowUp => "follow-up",
        OverridePriority => "override-priority",
        _ => Word(transition.ToString()),
    };

#pragma warning disable format
    private static TicketState? Find(TicketState from, IncidentTransition transition) => (transition, from) switch
    {
        (Assign,           New or Assigned or InProgress or Pending)            => Assigned,
        (Start,            New or Assigned)                                     => InProgress,
        (Hold,             Assigned or InProgress)                              => Pending,
        (Resume,           Pending)                                             => InProgress,
        (Resolve,          New or Assigned or InProgress or Pending)            => Resolved,
        (Reopen,           Resolved)                                            => InProgress,
        (Close,            Resolved)                                            => Closed,
        (Cancel,           New or Assigned or InProgress or Pending)            => Cancelled,
        (Merge,            New or Assigned or InProgress or Pending)            => Closed,
        (Unmerge,          Closed)                                              => New,
        (Split,            New or Assigned or InProgress or Pending or Resolved) => from,
        (DeclareMajor,     New or Assigned or InProgress)                       => from,
        (FollowUp,         Closed)                                              => Closed,
        (OverridePriority, New or Assigned or InProgress or Pending)            => from,
        (Join,             New or Assigned or InProgress or Pending)            => from,
        _                                                                       => null,
    };
#pragma warning restore format

    private static string Word(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
