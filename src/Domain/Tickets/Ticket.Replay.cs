using ServiceDesk.Domain.Common;

namespace ServiceDesk.Domain.Tickets;

public abstract partial class Ticket
{
    /// <summary>The reason of a priority that another system set by a matrix of its own.</summary>
    public const string ImportedPriority = "imported";

    /// <summary>Takes over what the ticket was about there; each kind of difference is an event.</summary>
    protected void ReplayFacts(TicketSnapshot to, Act act)
    {
        var from = new Classification(Impact, Urgency, ServiceId, CategoryId, SiteId);
        if (to.Facts != from)
        {
            var (impact, urgency, service, category, site) = to.Facts;
            (Impact, Urgency, ServiceId, CategoryId, SiteId) = (impact, urgency, service, category, site);
            Record(
                TicketEventType.FieldsChanged, act,
                new { Fields = to.Facts.DifferencesFrom(from), Before = from.Values(), After = to.Facts.Values() });
        }

        if (to.Priority != Priority)
            Prioritise(to.Priority, act);
        if (to.Requester == RequesterId)
            return;

        Record(TicketEventType.RequesterChanged, act, new { From = RequesterId.Value, To = to.Requester.Value });
        RequesterId = to.Requester;
    }

    /// <summary>A priority that our matrix would not give stands as set by hand, until somebody takes that back.</summary>
    protected void KeepPriority(PriorityMatrix matrix)
    {
        if (matrix.Priority(Impact, Urgency) != Priority)
            PriorityOverride = new PriorityOverride(Priority, ImportedPriority);
    }
}
