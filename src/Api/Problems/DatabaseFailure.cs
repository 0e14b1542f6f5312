using Npgsql;

namespace ServiceDesk.Api.Problems;

/// <summary>Whether a failure is the database's condition and not the request's or ours: it is away, slow or full.</summary>
internal static class DatabaseFailure
{
    internal enum Kind
    {
        Away,
        TimedOut,
        DiskFull,
    }

    public static Kind? In(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            switch (exception)
            {
                case PostgresException { SqlState: PostgresErrorCodes.DiskFull }:
                    return Kind.DiskFull;
                case PostgresException { SqlState: PostgresErrorCodes.QueryCanceled }:
                    return Kind.TimedOut;
                // A lost race that outlived its retries is told as one.
                case PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure }:
                    return null;
                case NpgsqlException { IsTransient: true }:
                    return Kind.Away;
                default:
                    break;
            }
        }

        return null;
    }
}
