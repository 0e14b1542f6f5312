using NpgsqlTypes;

namespace ServiceDesk.Limit;

/// <summary>What one request sent to the database, trip by trip, and what it answered.</summary>
public sealed record Recording(string Name, IReadOnlyList<Trip> Trips, byte[] Body, string? Reference, DateTimeOffset StartedAt);

/// <summary>What went over the wire at once.</summary>
public sealed record Trip(TripKind Kind, IReadOnlyList<Sent> Commands);

public enum TripKind
{
    Command,
    Begin,
    Commit,
}

public sealed record Sent(string Text, IReadOnlyList<SentValue> Values);

public sealed record SentValue(string Name, object? Value, NpgsqlDbType? Type);
