using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace ServiceDesk.Api.Tests;

/// <summary>Counts the round trips that Entity Framework makes to one database while it listens.</summary>
internal sealed class StatementCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> subscriptions = [];
    private readonly string database;

    public StatementCounter(string connection)
    {
        database = new NpgsqlConnectionStringBuilder(connection).Database!;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Count { get; set; }

    /// <summary>Every statement with its values, to be asked for its plan.</summary>
    public List<(string Text, List<NpgsqlParameter> Values)> Seen { get; } = [];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData executed && executed.Command.Connection?.Database == database)
        {
            Count++;
            Seen.Add((executed.Command.CommandText, [.. executed.Command.Parameters.Cast<NpgsqlParameter>().Select(p => p.Clone())]));
        }
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose() => subscriptions.ForEach(s => s.Dispose());
}
