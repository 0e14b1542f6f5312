using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.Audit;

/// <summary>
/// Who changed what of a record since a version; for somebody who lost a race. Only of a record that was loaded for the caller: it asks for
/// no right of its own and tells which members were changed, not what they were.
/// </summary>
[Permission(Permissions.SignedIn, ForAnyToken = true)]
public sealed record ListRecordChanges(object Record, long Version) : IQuery<IReadOnlyList<RecordChange>>;

/// <summary>One command since then; as of a ticket (TicketChange), whose timeline says more.</summary>
public sealed record RecordChange(long Version, string Type, PersonRef By, DateTimeOffset At, ChangedFields Details);

/// <summary>The members that were changed.</summary>
public sealed record ChangedFields(IReadOnlyList<string> Fields);

/// <summary>Reads from the trail what was done to one record.</summary>
public interface IRecordChanges
{
    Task<IReadOnlyList<RecordChange>> SinceAsync(object record, long version, CancellationToken ct);
}

internal sealed class ListRecordChangesHandler(IRecordChanges changes) : IRequestHandler<ListRecordChanges, IReadOnlyList<RecordChange>>
{
    public Task<IReadOnlyList<RecordChange>> Handle(ListRecordChanges request, CancellationToken ct) => changes.SinceAsync(request.Record, request.Version, ct);
}
