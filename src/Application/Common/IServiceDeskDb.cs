using Microsoft.EntityFrameworkCore;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Organisation;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Common;

/// <summary>
/// The database as use cases see it: aggregates, filtered by what the caller may see, and one save. Other aggregate roots
/// are reached by <see cref="Set{T}"/>.
/// </summary>
public interface IServiceDeskDb
{
    DbSet<Ticket> Tickets { get; }
    DbSet<Incident> Incidents { get; }
    DbSet<User> Users { get; }
    DbSet<Team> Teams { get; }
    DbSet<Site> Sites { get; }
    DbSet<Category> Categories { get; }
    DbSet<BusinessService> Services { get; }
    DbSet<PriorityMatrix> PriorityMatrices { get; }
    DbSet<OrganisationSettings> Settings { get; }

    DbSet<T> Set<T>()
        where T : class;

    /// <summary>The next number of a practice, for the reference; gaps are harmless.</summary>
    Task<long> NextNumberAsync(Practice practice, CancellationToken ct);

    /// <summary>Rows of a report: SQL with its values as parameters.</summary>
    IQueryable<T> Sql<T>(FormattableString sql);

    /// <summary>
    /// Rows of SQL that was put together. With <paramref name="within"/> it is stopped when it takes longer: the question was too broad.
    /// </summary>
    Task<List<T>> QueryAsync<T>(SqlText sql, TimeSpan? within, CancellationToken ct);
    /// <summary>
    /// Does all of it in one transaction, for a command that must hold a row before it looks: its save commits at the end. Joins one that is open.
    /// </summary>
    Task<T> TogetherAsync<T>(Func<Task<T>> work, CancellationToken ct);

    /// <summary>Somebody opened a transaction around the use case, which then commits with it and not by itself.</summary>
    bool InTransaction { get; }

    /// <summary>Drops what was loaded and changed, so that a command can start over.</summary>
    void ForgetChanges();

    /// <summary>The same, and undoes what the command already wrote when a transaction was opened around it.</summary>
    Task StartOverAsync(CancellationToken ct);

    Task<int> SaveChangesAsync(CancellationToken ct);
}
