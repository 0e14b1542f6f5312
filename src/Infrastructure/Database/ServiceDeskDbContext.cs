using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.People;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Organisation;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Infrastructure.Database;

/// <summary>The unit of work of one request, reading as one caller: what they may not see is not there.</summary>
public sealed class ServiceDeskDbContext : IdentityUserContext<Account, Guid>, IServiceDeskDb
{
    private readonly Caller caller;
    private readonly SavePipeline? pipeline;

    public ServiceDeskDbContext(DbContextOptions<ServiceDeskDbContext> options, Caller caller, SavePipeline? pipeline)
        : base(options)
    {
        (this.caller, this.pipeline) = (caller, pipeline);
        // The pipeline looks for changes when it needs to know them; looking at every turn costs more than the save itself.
        ChangeTracker.AutoDetectChangesEnabled = pipeline is null;
    }

    /// <summary>Where whoever opened a transaction around a use case marked its beginning, so that the use case can start over.</summary>
    internal const string RetrySavepoint = "start";

    public DbSet<Ticket> Tickets => Set<Ticket>();
    public DbSet<Incident> Incidents => Set<Incident>();
    public DbSet<Team> Teams => Set<Team>();
    public DbSet<Site> Sites => Set<Site>();
    public DbSet<Category> Categories => Set<Category>();
    public DbSet<BusinessService> Services => Set<BusinessService>();
    public DbSet<PriorityMatrix> PriorityMatrices => Set<PriorityMatrix>();
    public DbSet<OrganisationSettings> Settings => Set<OrganisationSettings>();

    // Identity's own Users are the accounts; a person is a User of the domain.
    DbSet<User> IServiceDeskDb.Users => Set<User>();

    /// <summary>Who is looking; the visibility filter reads these.</summary>
    private ICurrentUser Viewer => caller.User;
    private bool SeesEverything => Viewer.IsSystem;
    private bool ReadsAll => Viewer.ReadsAllTickets;
    private bool ReadsRestricted => Viewer.May(Permissions.TicketsReadRestricted);
    private UserId Me => Viewer.Id;
    private TeamId?[] MyTeams => [.. Viewer.TeamIds.Select(t => (TeamId?)t)];
    private TeamId?[] GrantedTeams => [.. Viewer.ReadsTeams.Select(t => (TeamId?)t)];
    private SiteId?[] GrantedSites => [.. Viewer.ReadsSites.Select(s => (SiteId?)s)];

    public Task<long> NextNumberAsync(Practice practice, CancellationToken ct)
    {
        var sequence = practice.ToString().ToLowerInvariant() + "_number";
        return Database.SqlQuery<long>($"select nextval({sequence}::regclass) as \"Value\"").SingleAsync(ct);
    }

    public IQueryable<T> Sql<T>(FormattableString sql) => Database.SqlQuery<T>(sql);

    public async Task<List<T>> QueryAsync<T>(SqlText sql, TimeSpan? within, CancellationToken ct)
    {
        if (within is { } patience)
            Database.SetCommandTimeout(patience);
        try
        {
            return await Database.SqlQuery<T>(sql.ToFormattable()).ToListAsync(ct);
        }
        catch (Exception e) when (within is not null && TookTooLong(e))
        {
            throw RuleViolationException.Meaning("search.too_broad", "This search takes too long. Add a word, a field or a period.");
        }
        finally
        {
            if (within is not null)
                Database.SetCommandTimeout(null);
        }
    }

    public bool InTransaction => Database.CurrentTransaction is not null;

    public async Task<T> TogetherAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        if (InTransaction)
            return await work();

        await using var transaction = await Database.BeginTransactionAsync(ct);
        var done = await work();
        await transaction.CommitAsync(ct);
        return done;
    }

    public void ForgetChanges() => ChangeTracker.Clear();

    // The provider wraps what could be worth a repeat; a question that is too broad is not.
    private static bool TookTooLong(Exception e) => e is TimeoutException || (e.InnerException is { } inner && TookTooLong(inner));

    public async Task StartOverAsync(CancellationToken ct)
    {
        ForgetChanges();
        if (Database.CurrentTransaction is { } ambient)
            await ambient.RollbackToSavepointAsync(RetrySavepoint, ct);
    }

    /// <summary>What the save told of is visible to others now.</summary>
    internal void Committed() => pipeline?.Committed();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (pipeline is null)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        var told = await pipeline.BeforeAsync(this, cancellationToken);
        try
        {
            var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            pipeline.After(this, told);
            return written;
        }
        catch (Exception e) when (e is DbUpdateException or InvalidOperationException && e.GetBaseException() is PostgresException lost && IsLostRace(lost))
        {
            throw new DbUpdateConcurrencyException("Another command on the same record was faster.", e);
        }
    }

    // The provider wraps once more what it takes for transient: deadlocks and the like.
    // The next line of a timeline or ledger was taken by another command, the two waited for each other, or the assignee left meanwhile.
    private static bool IsLostRace(PostgresException e) =>
        e.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
        || (e.SqlState == PostgresErrorCodes.CheckViolation && e.ConstraintName == "assignee_at_work")
        || (e.SqlState == PostgresErrorCodes.UniqueViolation && e.ConstraintName is "pk_ticket_events" or "pk_service_level_intervals" or "pk_ticket_drafts" or "pk_ticket_presence"
            or "pk_ticket_reads");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Conventions.Add(_ => new SnakeCaseConvention());
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        foreach (var type in typeof(AggregateRoot).Assembly.GetTypes())
        {
            if (type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>)))
                configurationBuilder.Properties(type).HaveConversion(typeof(TypedIdConverter<>).MakeGenericType(type));
            else if (type.IsEnum)
                configurationBuilder.Properties(type).HaveConversion(typeof(EnumWordConverter<>).MakeGenericType(type)).HaveMaxLength(32);
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ServiceDeskDbContext).Assembly);
        foreach (var root in builder.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(AggregateRoot)) && e.BaseType is null).ToList())
        {
            builder.Entity(root.ClrType).Ignore(nameof(AggregateRoot.Events));
            if (root.FindProperty(nameof(IVersioned.Version)) is { } version)
                version.IsConcurrencyToken = true;
        }

        builder.HasDbFunction(() => TicketNumbers.Next(default!)).HasName("nextval").IsBuiltIn();
        builder.HasDbFunction(() => PhoneDigits.Has(default!, default!)).HasName("phone_has").HasSchema("public");
        FilterByVisibility(builder);
    }

    // Ruling 15 in one place. Who sees a ticket sees its comments and events through it.
    private void FilterByVisibility(ModelBuilder builder) =>
        builder.Entity<Ticket>().HasQueryFilter("visibility", t =>
            SeesEverything
            || (!t.Restricted && (ReadsAll || GrantedTeams.Contains(t.TeamId) || GrantedSites.Contains(t.SiteId)))
            || t.RequesterId == Me
            || t.AssigneeId == Me
            || (!t.Restricted && (t.OpenedById == Me || t.Watchers.Any(w => w.UserId == Me)))
            || (t.Restricted && (ReadsRestricted || MyTeams.Contains(t.TeamId))));
}
