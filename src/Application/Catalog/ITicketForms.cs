using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Catalog;

/// <summary>What a ticket is held against when it is written: the same for everybody, seldom changed, and never to be changed through here.</summary>
public interface ITicketForms
{
    ValueTask<PriorityMatrix> MatrixAsync(Practice practice, CancellationToken ct);

    /// <summary>The fields in use, by key.</summary>
    ValueTask<IReadOnlyDictionary<string, CustomField>> FieldsAsync(Practice practice, CancellationToken ct);

    /// <summary>One of them was changed here.</summary>
    void Forget();
}
