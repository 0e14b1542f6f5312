using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Audit;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;

namespace ServiceDesk.Application.Common;

/// <summary>Loading the records of administration for a command; tickets have their own way.</summary>
public static class Loading
{
    /// <summary>
    /// The record, or not found; 412 with the answer of <paramref name="read"/> as the current representation when If-Match names
    /// another version. Pass the set with what the verb needs included.
    /// </summary>
    public static async Task<T> ForCommandAsync<T, TResponse>(
        this IQueryable<T> records, Expression<Func<T, bool>> which, string what, IQuery<TResponse> read, IRequestConditions conditions, CancellationToken ct)
        where T : AggregateRoot, IVersioned
    {
        var record = await records.Where(which).SingleOrDefaultAsync(ct) ?? throw new NotFoundException(what);
        conditions.Demand(record, read);
        return record;
    }

    /// <summary>412 when If-Match names another version than that of a record that is loaded: with what is current and who changed what since.</summary>
    public static void Demand<TResponse>(this IRequestConditions conditions, IVersioned record, IQuery<TResponse> read)
    {
        if (conditions.IfMatch is { } asked && !asked.Allows(record.Version))
            throw new PreconditionFailedException(
                record.Version, async (sender, stop) => await sender.Send(read, stop), async (sender, stop) => await sender.Send(new ListRecordChanges(record, asked.Known), stop));
    }
}
