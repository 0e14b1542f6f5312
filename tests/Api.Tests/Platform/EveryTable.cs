using Npgsql;

namespace ServiceDesk.Api.Tests.Platform;

/// <summary>Looks for words wherever the database could keep them.</summary>
internal static class EveryTable
{
    /// <summary>The tables in which some row says it: every row of every table as text.</summary>
    public static async Task<List<string>> TablesThatSay(this Desk desk, string text)
    {
        await using var connection = new NpgsqlConnection(desk.ConnectionString);
        await connection.OpenAsync();
        List<string> tables = [], found = [];
        await using (var list = new NpgsqlCommand("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace", connection))
        await using (var reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        }

        foreach (var table in tables)
        {
            await using var look = new NpgsqlCommand($"select exists (select 1 from \"{table}\" x where x::text like '%' || $1 || '%')", connection)
            {
                Parameters = { new() { Value = text } },
            };
            if ((bool)(await look.ExecuteScalarAsync())!)
                found.Add(table);
        }

        Assert.That(tables, Has.Count.GreaterThan(20));
        return found;
    }
}
