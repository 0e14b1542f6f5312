namespace ServiceDesk.Infrastructure.EmbeddedPostgres;

/// <summary>The embedded PostgreSQL cannot be had; the message is written for the person who started the program.</summary>
public sealed class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);
