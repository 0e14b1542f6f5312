using Microsoft.Net.Http.Headers;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Reports;

namespace ServiceDesk.Api.Reports;

/// <summary>Answers a report in the form the caller accepts: JSON, or the same rows as CSV or XLSX for who may export them.</summary>
internal static class ReportResult
{
    public static async Task<IResult> SendReport<TReport>(this ISender sender, IQuery<TReport> query, string name, HttpContext http, CancellationToken ct)
        where TReport : IReportTable
    {
        var form = Wanted(http.Request);
        if (form is not null)
            await sender.Send(new ExportReport(name), ct);

        http.Response.Headers.Vary = HeaderNames.Accept;
        var report = await sender.Send(query, ct);
        var heads = ReportHeads.In(http.RequestServices.GetRequiredService<ICurrentUser>().Language, report.Columns);
        return form switch
        {
            CsvTable.MediaType => TypedResults.File(CsvTable.Write(report, heads), CsvTable.MediaType + "; charset=utf-8", name + ".csv"),
            WorkbookTable.MediaType => TypedResults.File(WorkbookTable.Write(report, heads, name), WorkbookTable.MediaType, name + ".xlsx"),
            _ => TypedResults.Ok(report),
        };
    }

    // The best liked of the three; JSON for whoever takes anything.
    private static string? Wanted(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        foreach (var type in accepted.OrderByDescending(a => a.Quality ?? 1))
        {
            if (type.MediaType.Equals(CsvTable.MediaType, StringComparison.OrdinalIgnoreCase))
                return CsvTable.MediaType;
            if (type.MediaType.Equals(WorkbookTable.MediaType, StringComparison.OrdinalIgnoreCase))
                return WorkbookTable.MediaType;
            if (type.MatchesAllTypes || type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
                return null;
        }

        return null;
    }
}
