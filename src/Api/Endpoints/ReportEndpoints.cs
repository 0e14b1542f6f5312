using ServiceDesk.Api.Reports;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Reports;

namespace ServiceDesk.Api.Endpoints;

internal static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("Reports");
        reports.MapGet("/incidents", Incidents).WithName(nameof(ReportOnIncidents)).Describes<IncidentReport>();
        reports.MapGet("/service-levels", ServiceLevels).WithName(nameof(ReportOnServiceLevels)).Describes<ServiceLevelReport>();
        reports.MapGet("/attribution", Attribution).WithName(nameof(ReportOnAttribution)).Describes<AttributionReport>();
        reports.MapGet("/backlog", Backlog).WithName(nameof(ReportOnBacklog)).Describes<BacklogReport>();
        reports.MapGet("/live-board", Board).WithName(nameof(GetLiveBoard)).Describes<LiveBoard>();
    }

    /// <summary>The incidents opened in a period and what became of them.</summary>
    private static Task<IResult> Incidents([AsParameters] ReportOnIncidents query, ISender sender, HttpContext http, CancellationToken ct) =>
        sender.SendReport(query, "incidents", http, ct);

    /// <summary>The promises on the incidents opened in a period, and how they were kept.</summary>
    private static Task<IResult> ServiceLevels([AsParameters] ReportOnServiceLevels query, ISender sender, HttpContext http, CancellationToken ct) =>
        sender.SendReport(query, "service-levels", http, ct);

    /// <summary>Where the open time went: to whom every second of it belongs.</summary>
    private static Task<IResult> Attribution([AsParameters] ReportOnAttribution query, ISender sender, HttpContext http, CancellationToken ct) =>
        sender.SendReport(query, "attribution", http, ct);

    /// <summary>What came in, what left and what was still to be done, interval by interval.</summary>
    private static Task<IResult> Backlog([AsParameters] ReportOnBacklog query, ISender sender, HttpContext http, CancellationToken ct) =>
        sender.SendReport(query, "backlog", http, ct);

    /// <summary>What is open now and how pressing it is.</summary>
    private static Task<IResult> Board([AsParameters] GetLiveBoard query, ISender sender, HttpContext http, CancellationToken ct) =>
        sender.SendReport(query, "live-board", http, ct);

    private static void Describes<TReport>(this RouteHandlerBuilder route) => route
        .Produces<TReport>(StatusCodes.Status200OK, "application/json", CsvTable.MediaType, WorkbookTable.MediaType);
}
