using ServiceDesk.Domain.Common;

namespace ServiceDesk.Domain.Tickets;

/// <summary>Impact × urgency → priority: looked up, never typed. An administrator edits the nine cells.</summary>
public sealed class PriorityMatrix : AggregateRoot, IVersioned
{
    private PriorityMatrix() { }

    /// <summary>There is one matrix for incidents and one for each other practice that wants its own.</summary>
    public Practice Practice { get; private init; }

    /// <summary>Row by row: impact high, medium, low; in each row urgency high, medium, low.</summary>
    public Priority[] Cells { get; private set; } = [];
    public long Version { get; private set; } = 1;

    /// <summary>(1,1)=P1 (1,2)=(2,1)=P2 (1,3)=(2,2)=(3,1)=P3 (2,3)=(3,2)=P4 (3,3)=P5.</summary>
    public static PriorityMatrix Default(Practice practice) => new()
    {
        Practice = practice,
        Cells =
        [
            Tickets.Priority.P1, Tickets.Priority.P2, Tickets.Priority.P3,
            Tickets.Priority.P2, Tickets.Priority.P3, Tickets.Priority.P4,
            Tickets.Priority.P3, Tickets.Priority.P4, Tickets.Priority.P5,
        ],
    };

    public Priority Priority(Impact impact, Urgency urgency) => Cells[(((int)impact - 1) * 3) + (int)urgency - 1];

    /// <summary>New tickets follow the new cells; open ones keep their priority until they are reclassified.</summary>
    public void Redraw(IReadOnlyList<Priority> cells)
    {
        if (cells.Count != 9)
            throw RuleViolationException.Meaning("priority_matrix.size", "The matrix has nine cells: three impacts by three urgencies.");

        (Cells, Version) = ([.. cells], Version + 1);
    }
}
