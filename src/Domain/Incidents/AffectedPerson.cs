using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.Incidents;

/// <summary>Somebody who said "me too" to a major incident that they do not see. They hear its public updates and see no more of it than everybody.</summary>
public sealed class AffectedPerson
{
    private AffectedPerson() { }

    public TicketId TicketId { get; private init; }
    public UserId UserId { get; private init; }

    public static AffectedPerson By(Incident major, UserId user, Common.Act act)
    {
        ArgumentNullException.ThrowIfNull(major);

        major.Note(TicketEventType.Joined, "affected", act, new { User = user.Value });
        return new AffectedPerson { TicketId = major.Id, UserId = user };
    }
}

/// <summary>A major incident that somebody joined, as everybody may know it.</summary>
public sealed class JoinedMajor
{
    private JoinedMajor() { }

    public UserId UserId { get; private init; }
    public TicketId TicketId { get; private init; }
    public string Reference { get; private init; } = "";
    public string Title { get; private init; } = "";
}
