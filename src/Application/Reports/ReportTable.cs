namespace ServiceDesk.Application.Reports;

/// <summary>A report as a sheet: the same rows that the API answers, for CSV and XLSX.</summary>
public interface IReportTable
{
    IReadOnlyList<string> Columns { get; }

    /// <summary>Texts, numbers, instants and nulls, the total last where there is one.</summary>
    IEnumerable<IReadOnlyList<object?>> Cells { get; }
}
