using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using ServiceDesk.Application.Attachments;
using ServiceDesk.Application.Audit;
using ServiceDesk.Application.Catalog;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Incidents;
using ServiceDesk.Application.Notifications;
using ServiceDesk.Application.Organisation;
using ServiceDesk.Application.People;
using ServiceDesk.Application.Replies;
using ServiceDesk.Application.Reports;
using ServiceDesk.Application.Search;
using ServiceDesk.Application.ServiceLevels;
using ServiceDesk.Application.ServiceLevels.Simulations;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Application.Views;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Infrastructure.Audit;
using ServiceDesk.Infrastructure.Catalog;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Events;
using ServiceDesk.Infrastructure.Housekeeping;
using ServiceDesk.Infrastructure.Idempotency;
using ServiceDesk.Infrastructure.Identity;
using ServiceDesk.Infrastructure.Imports;
using ServiceDesk.Infrastructure.Incidents;
using ServiceDesk.Infrastructure.Organisation;
using ServiceDesk.Infrastructure.Outbox;
using ServiceDesk.Infrastructure.Seeding;
using ServiceDesk.Infrastructure.ServiceLevels;
using ServiceDesk.Infrastructure.Storage;
using ServiceDesk.Infrastructure.Verification;
using ServiceDesk.Infrastructure.Workers;

namespace ServiceDesk.Infrastructure;

/// <summary>Registers the database, identity and the plain classes of the application that use cases share.</summary>
public static class InfrastructureRegistration
{
    /// <summary>The role the application works as; it cannot rewrite the audit trail (ruling 29).</summary>
    private const string ApplicationRole = "servicedesk_app";

    private static readonly CommitInterceptor Committed = new();

    public static IServiceCollection AddInfrastructure(this IServiceCollection services)
    {
        services.AddSingleton(provider => CreateDataSource(provider.GetRequiredService<DatabaseConnection>()));
        services.AddSingleton<RefusedValueInterceptor>();
        // What a context is built with is the same for all of them; built once, not for each request.
        services.AddDbContext<ServiceDeskDbContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            .UseModel(ServiceDeskModel.Current)
            .AddInterceptors(Committed, provider.GetRequiredService<RefusedValueInterceptor>())
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.MultipleCollectionIncludeWarning)),
            contextLifetime: ServiceLifetime.Scoped, optionsLifetime: ServiceLifetime.Singleton);
        services.AddScoped<IServiceDeskDb>(p => p.GetRequiredService<ServiceDeskDbContext>());
        services.AddScoped<SavePipeline>();
        services.AddScoped<ITicketTurns, TicketTurns>();
        services.AddScoped<Caller>();
        services.AddScoped<ICurrentUser, CurrentUser>();
        services.AddSingleton<AccessReader>();
        services.AddSingleton<SettingsReader>();
        services.AddSingleton<ISettingsReader>(p => p.GetRequiredService<SettingsReader>());
        services.AddSingleton<ChangeSignal>();
        services.AddSingleton<StartGate>();
        services.AddSingleton<ConnectionReserve>();
        services.AddScoped<IdempotentRequests>();
        services.AddScoped<IStoredAnswers, StoredAnswers>();
        services.AddHousekeeping();
        services.AddSingleton(p => AttachmentFolder.Of(p.GetRequiredService<IConfiguration>()));
        services.AddSingleton<IAttachmentStore>(p => p.GetRequiredService<AttachmentFolder>());
        services.AddStep<AuditSealer>();
        services.AddScoped<IAuditReader, AuditReader>().AddScoped<AuditNames>();
        services.AddScoped<IRecordChanges, RecordChanges>();
        services.AddScoped<IPersonalRecords, PersonalRecords>();
        services.AddScoped<IPersonalCopy, PersonalCopy>();
        services.AddVerification<ReferenceVerification>();
        services.AddVerification<AuditVerification>();
        services.AddVerification<ClockVerification>();
        services.AddSingleton<EventFeed>();
        services.AddStep<OutboxStep>();
        services.AddScoped<IPostponed, Postponed>();
        services.AddStep<WakeStep>();
        services.AddStep<RolloutStep>();
        services.AddScoped<IDomainEventHandler<PolicyPublished>, BeginRollout>();
        services.AddVerification<AttachmentVerification>();
        services.AddScoped<DueIncidents>().AddStep<AutoCloseStep>().AddStep<WakeUpStep>();
        services.AddSharedUseCaseParts();
        services.AddImports();
        return services;
    }

    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(o =>
        {
            o.Stores.SchemaVersion = IdentitySchemaVersions.Version2;
            o.Password.RequiredLength = 12;
            o.Password.RequireDigit = false;
            o.Password.RequireLowercase = false;
            o.Password.RequireUppercase = false;
            o.Password.RequireNonAlphanumeric = false;
            o.User.AllowedUserNameCharacters = "";
        }).AddEntityFrameworkStores<ServiceDeskDbContext>().AddDefaultTokenProviders().AddPasswordValidator<PasswordRules>();
        services.AddScoped<IAccounts, Accounts>();
        services.AddScoped<OwnAccount>();
        services.AddScoped<SignInGuesses>().AddSingleton<OneAtATime>();
        services.AddScoped<OneTimeCodes>();
        services.AddScoped<IPasswords, Passwords>();
        services.AddScoped<ITwoFactor, TwoFactor>();
        services.AddScoped<ISessions, Sessions>();
        services.AddScoped<ITokens, Tokens>();
        services.AddScoped<ISetup, FirstAdministrator>();
        services.AddScoped<DemoAccounts>();
        services.AddScoped<DemoIncidents>();
        services.AddDataProtection().SetApplicationName("ServiceDesk");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(p =>
            new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = new DatabaseKeyRepository(p.GetRequiredService<NpgsqlDataSource>())));
        return services;
    }

    public static IServiceCollection AddWorkers(this IServiceCollection services)
    {
        services.AddHostedService<SignalWorker>();
        services.Drive<HousekeepingStep>();
        services.Drive<AuditSealer>();
        services.AddHostedService<EventFeedWorker>();
        services.Drive<OutboxStep>();
        services.Drive<WakeStep>();
        services.Drive<RolloutStep>();
        services.Drive<ImportStep>();
        services.Drive<AutoCloseStep>();
        services.Drive<WakeUpStep>();
        return services;
    }

    private static void AddSharedUseCaseParts(this IServiceCollection services)
    {
        services.AddScoped<ReportGrouping>();
        services.AddScoped<IncidentReader>();
        services.AddScoped<IncidentDesk>();
        services.AddScoped<OpeningChecks>();
        services.AddScoped<AttachmentDesk>();
        services.AddScoped<AttachmentBinding>();
        services.AddScoped<ConversationCheck>();
        services.AddScoped<UserReader>();
        services.AddScoped<UserChecks>();
        services.AddScoped<TeamReader>();
        services.AddScoped<AccessRules>();
        services.AddScoped<WorkHandOver>();
        services.AddScoped<UserImporter>();
        services.AddSingleton<IPeopleFile, PeopleFile>();
        services.AddScoped<TicketScope>();
        services.AddScoped<TicketRights>();
        services.AddScoped<SearchCompiler>();
        services.AddScoped<SearchHours>();
        services.AddScoped<SearchNames>();
        services.AddScoped<SearchReader>();
        services.AddScoped<WorkingHours>();
        services.AddScoped<WhoSees>();
        services.AddScoped<ReportScope>();
        services.AddScoped<TicketLists>();
        services.AddScoped<ConversationScope>();
        services.AddScoped<CommentReader>();
        services.AddScoped<Redaction>();
        services.AddScoped<NamesInDetails>();
        services.AddScoped<TicketsInDetails>();
        services.AddScoped<TicketGraph>();
        services.AddScoped<TicketTies>();
        services.AddScoped<LinkReader>();
        services.AddScoped<DraftDesk>();
        services.AddScoped<TaskDesk>();
        services.AddScoped<WorklogDesk>();
        services.AddScoped<IncidentHeirs>();
        services.AddScoped<SharingRules>();
        services.AddScoped<Filling>();
        services.AddScoped<ReplyReader>();
        services.AddScoped<TemplateReader>();
        services.AddScoped<TemplateChecks>();
        services.AddScoped<ViewReader>();
        services.AddScoped<ViewRules>();
        services.AddScoped<TrialRun>();
        services.AddScoped<IServiceLevelReader, ServiceLevelReader>();
        services.AddSingleton<IPolicyBook, PolicyBook>();
        services.AddSingleton<ITicketForms, TicketForms>();
        services.AddScoped<TicketMatching>();
        services.AddScoped<TicketClocks>();
        services.AddScoped<TicketHistory>();
        services.AddScoped<NextResponses>();
        services.AddScoped<Retargeting>();
        services.AddScoped<DelayAccounts>();
        services.AddSingleton<CalendarShelf>();
        services.AddScoped<CalendarLibrary>();
        services.AddScoped<CalendarReader>();
        services.AddScoped<HolidaySets>();
        services.AddScoped<PolicyReader>();
        services.AddScoped<PolicyDesk>();
        services.AddScoped<PolicyChecks>();
        services.AddScoped<PolicySimulation>();
        services.AddScoped<SimulatedTickets>();
        services.AddScoped<CategoryTree>();
        services.AddScoped<CustomFieldChecks>();
    }

    private static NpgsqlDataSource CreateDataSource(DatabaseConnection database)
    {
        var builder = new NpgsqlDataSourceBuilder(database.Current) { Name = "servicedesk" };
        builder.ConnectionStringBuilder.NoResetOnClose = true;
        builder.ConnectionStringBuilder.MaxAutoPrepare = 200;
        builder.ConnectionStringBuilder.AutoPrepareMinUsages = 2;
        var switchRole = $"set role {ApplicationRole}; set statement_timeout = {(int)database.StatementTimeout.TotalMilliseconds}";
        builder.UsePhysicalConnectionInitializer(
            connection =>
            {
                using var command = new NpgsqlCommand(switchRole, connection);
                command.ExecuteNonQuery();
            },
            async connection =>
            {
                await using var command = new NpgsqlCommand(switchRole, connection);
                await command.ExecuteNonQueryAsync();
            });
        return builder.Build();
    }
}
