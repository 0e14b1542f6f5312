using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.Reports;

/// <summary>Asks whether the caller may take a report's rows out as a file; reading the report itself is asked for apart.</summary>
[Permission(Permissions.ReportsExport)]
public sealed record ExportReport(string Report) : IQuery<Unit>;

internal sealed class ExportReportHandler : IRequestHandler<ExportReport, Unit>
{
    public Task<Unit> Handle(ExportReport request, CancellationToken ct) => Task.FromResult(Unit.Value);
}
