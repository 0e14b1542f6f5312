using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ServiceDesk.Api.Tests.Platform;

/// <summary>
/// A value that the database refuses at the moment a statement is being prepared (its second use) leaves the driver and that connection of two
/// minds. Requests cannot send one any more; whatever else does so spoils nothing for those who come after.
/// </summary>
public sealed class RefusedValueTests : ApiTest
{
    [Test]
    public async Task What_the_database_refused_once_spoils_no_later_statement()
    {
        List<string> answers = [];
        foreach (var value in new[] { "a", "a\0", "b", "c" })
        {
            answers.Add(await Told(async db => (await db.Database.SqlQuery<string>($"select {value}::text as \"Value\"").ToListAsync())[0]));
            answers.Add(await Told(async db => (await db.Database.SqlQuery<int>($"select length({value}::text) as \"Value\"").ToListAsync())[0].ToString(CultureInfo.InvariantCulture)));
        }

        Assert.That(answers, Is.EqualTo(new[] { "a", "1", "refused", "refused", "b", "1", "c", "1" }));
    }

    private async Task<string> Told(Func<Infrastructure.Database.ServiceDeskDbContext, Task<string>> ask)
    {
        try
        {
            return await Desk.Db(ask);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.CharacterNotInRepertoire)
        {
            return "refused";
        }
    }
}
