using ServiceDesk.Api.Problems;
using ServiceDesk.Api.Telemetry;

namespace ServiceDesk.Api.Endpoints;

/// <summary>The table of contents of the API.</summary>
internal static class ApiEndpoints
{
    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1")
            .AddEndpointFilterFactory(UnknownParameterFilter.Create)
            .AddEndpointFilterFactory(InstantParameterFilter.Create)
            .AddEndpointFilterFactory(UnknownPartFilter.Create)
            .AddEndpointFilter<EntityTagFilter>();
        api.MapSession();
        api.MapIncidents();
        api.MapImports();
        api.MapIncidentComments();
        api.MapIncidentLinks();
        api.MapIncidentRelations();
        api.MapIncidentWork();
        api.MapTicketWriting();
        api.MapReports();
        api.MapReplies();
        api.MapCalendars();
        api.MapHolidaySets();
        api.MapAudit();
        api.MapPolicies();
        api.MapServiceLevels();
        api.MapSimulations();
        api.MapSettings();
        api.MapCatalog();
        api.MapCustomFields();
        api.MapConfigurationItems();
        api.MapMe();
        api.MapTokens();
        api.MapServiceAccounts();
        api.MapSetup();
        api.MapUsers();
        api.MapUserImport();
        api.MapTeams();
        api.MapSites();
        api.MapRoles();
        api.MapNotifications();
        api.MapEvents();
        api.MapTicketLists();
        api.MapViews();
        api.MapAttachments();
        app.MapHealth();
        app.MapMetrics();
        app.MapProblemPages();
    }
}
