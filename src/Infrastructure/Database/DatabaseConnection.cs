namespace ServiceDesk.Infrastructure.Database;

/// <summary>Where the database is; known once it is up, before the first use.</summary>
public sealed class DatabaseConnection(string? connectionString)
{
    public string Current { get; private set; } = connectionString ?? "";

    /// <summary>The server ends a statement that takes longer; zero for commands, which take the time they need.</summary>
    public TimeSpan StatementTimeout { get; set; } = TimeSpan.FromSeconds(60);

    public bool IsSet => Current.Length > 0;

    public void Is(string value) => Current = value;
}
