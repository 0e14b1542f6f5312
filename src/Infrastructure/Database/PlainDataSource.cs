using Npgsql;

namespace ServiceDesk.Infrastructure.Database;

/// <summary>Connections for a word or two at start: nothing is pooled, and the database is not asked for its types first.</summary>
internal static class PlainDataSource
{
    public static NpgsqlDataSource To(string connectionString, int? timeout = null)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.ConnectionStringBuilder.Pooling = false;
        if (timeout is { } seconds)
            builder.ConnectionStringBuilder.Timeout = seconds;
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        return builder.Build();
    }
}
