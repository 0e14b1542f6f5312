using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Api.Telemetry;

/// <summary>Listens to the meters of the product and its parts, and says what it heard in Prometheus' text.</summary>
internal sealed class PrometheusMetrics : IDisposable
{
    private const int MostSeries = 5_000;

    private static readonly HashSet<string> Meters =
    [
        UseCaseTelemetry.Name, "ServiceDesk.Workers", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting",
        "System.Runtime", "Npgsql",
    ];

    private static readonly double[] Bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    // By name: each host of a process has instruments of its own.
    private readonly ConcurrentDictionary<(string Name, string Labels), Series> all = [];
    private readonly MeterListener listener = new();

    public PrometheusMetrics()
    {
        listener.InstrumentPublished = (instrument, source) =>
        {
            if (Meters.Contains(instrument.Meter.Name))
                source.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((i, v, tags, _) => Add(i, v, tags));
        listener.SetMeasurementEventCallback<float>((i, v, tags, _) => Add(i, v, tags));
        listener.SetMeasurementEventCallback<long>((i, v, tags, _) => Add(i, v, tags));
        listener.SetMeasurementEventCallback<int>((i, v, tags, _) => Add(i, v, tags));
        listener.Start();
    }

    public string Render()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var family in all.GroupBy(s => s.Key.Name).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var instrument = family.First().Value.Instrument;
            text.Append(CultureInfo.InvariantCulture, $"# HELP {family.Key} {Line(instrument.Description ?? "")}\n# TYPE {family.Key} {TypeOf(instrument)}\n");
            foreach (var ((_, labels), series) in family.OrderBy(s => s.Key.Labels, StringComparer.Ordinal))
                Append(text, family.Key, labels, series, IsHistogram(instrument));
        }

        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = (NameOf(instrument), LabelsOf(tags));
        if (!all.TryGetValue(key, out var series))
        {
            if (all.Count >= MostSeries)
                return;
            series = all.GetOrAdd(key, _ => new Series(instrument));
        }

        lock (series)
        {
            if (IsHistogram(instrument))
                series.Observe(value);
            else
                series.Value = instrument.IsObservable ? value : series.Value + value;
        }
    }

    private static void Append(StringBuilder text, string name, string labels, Series series, bool histogram)
    {
        lock (series)
        {
            if (!histogram)
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}{Braced(labels)} {series.Value:R}\n");
                return;
            }

            var more = labels.Length == 0 ? "" : labels + ",";
            for (var i = 0; i < Bounds.Length; i++)
                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{more}le=\"{Bounds[i]:R}\"}} {series.Buckets[i]}\n");
            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{more}le=\"+Inf\"}} {series.Count}\n{name}_sum{Braced(labels)} {series.Sum:R}\n{name}_count{Braced(labels)} {series.Count}\n");
        }
    }

    private static bool IsHistogram(Instrument instrument) => instrument is Histogram<double> or Histogram<float> or Histogram<long> or Histogram<int>;

    private static bool IsCounter(Instrument instrument) => instrument is Counter<double> or Counter<long> or Counter<int>
        or ObservableCounter<double> or ObservableCounter<long> or ObservableCounter<int>;

    private static string TypeOf(Instrument instrument) => IsHistogram(instrument) ? "histogram" : IsCounter(instrument) ? "counter" : "gauge";

    private static string NameOf(Instrument instrument)
    {
        var name = Word(instrument.Name) + instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        return IsCounter(instrument) ? name + "_total" : name;
    }

    private static string Word(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.Length == 0)
            return "";

        var labels = new List<string>(tags.Length);
        foreach (var (name, value) in tags)
            labels.Add($"{Word(name)}=\"{Line(Shown(name, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        labels.Sort(StringComparer.Ordinal);
        return string.Join(',', labels);
    }

    // A pool without a name of its own is named by its connection string.
    private static string Shown(string label, string value) => label == "db.client.connection.pool.name" && value.Contains('=') ? "other" : value;

    private static string Braced(string labels) => labels.Length == 0 ? "" : "{" + labels + "}";

    private static string Line(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private sealed class Series(Instrument instrument)
    {
        public Instrument Instrument { get; } = instrument;
        public double Value { get; set; }
        public double Sum { get; private set; }
        public long Count { get; private set; }
        public long[] Buckets { get; } = new long[Bounds.Length];

        public void Observe(double value)
        {
            Count++;
            Sum += value;
            for (var i = 0; i < Bounds.Length; i++)
            {
                if (value <= Bounds[i])
                    Buckets[i]++;
            }
        }
    }
}
