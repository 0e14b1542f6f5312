using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ServiceDesk.Load;

/// <summary>One line of the result: what was measured against what, and whether the bar is reached.</summary>
internal sealed record Row(string Number, string Operation, string Data, string Figure, string Limit, double? Ratio, double? RatioBar, string Bar, bool Reached);

/// <summary>Writes bench/RESULTS.md: figures, the command, the commit and the load of the machine beside them.</summary>
internal static class Results
{
    public static void Write(string file, IReadOnlyList<Row> rows, string command, string loadBefore)
    {
        var text = new StringBuilder();
        text.AppendLine("# Results").AppendLine();
        text.AppendLine(Inv($"Command: `{command}` · commit `{Output("git", "rev-parse --short HEAD")}` · {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC"));
        text.AppendLine(Inv($"Machine: {Environment.ProcessorCount} cores; load average at the start {loadBefore}, at the end {LoadAverage()}"));
        text.AppendLine().AppendLine("The ratio binds, absolute figures inform: both sides were measured in the same run, in turns, median of the rounds. The limit is the");
        text.AppendLine("bare database doing the same work: the statements the product sends for the request, recorded from it and sent by Npgsql alone");
        text.AppendLine("from the same Kestrel (`bench/Limit`).").AppendLine();
        text.AppendLine("| # | operation | data | measured | limit, same run | ratio | bar | reached |");
        text.AppendLine("|---|---|---|---|---|---|---|---|");
        foreach (var row in rows)
        {
            var ratio = row.Ratio is { } r ? r.ToString("0.00", CultureInfo.InvariantCulture) : "";
            text.AppendLine(Inv($"| {row.Number} | {row.Operation} | {row.Data} | {row.Figure} | {row.Limit} | {ratio} | {row.Bar} | {(row.Reached ? "yes" : "**no**")} |"));
        }

        File.WriteAllText(file, text.ToString());
    }

    public static string LoadAverage() => string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]);

    private static string Output(string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return output;
    }

    private static string Inv(FormattableString text) => FormattableString.Invariant(text);
}
