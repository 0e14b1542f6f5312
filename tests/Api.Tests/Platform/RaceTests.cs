using System.Net;
using System.Text.Json;
using Npgsql;

namespace ServiceDesk.Api.Tests.Platform;

/// <summary>Two who are each right alone: another connection holds a change that is not committed while a request comes in.</summary>
public sealed class RaceTests : ApiTest
{
    [Test]
    public async Task Two_categories_cannot_be_moved_below_each_other_at_once()
    {
        var (one, other) = (await Category("One"), await Category("Other"));
        await using var elsewhere = await BeginAsync("select 1 from categories order by id for no key update");
        await elsewhere.DoAsync($"update categories set parent_id = '{other}' where id = '{one}'");

        var moving = As("admin").Patch($"categories/{other}", new { parentId = one });
        await elsewhere.CommitWhenAnotherWaitsAsync(moving);

        (await moving).Expect(HttpStatusCode.UnprocessableEntity, "category.cycle");
    }

    [Test]
    public async Task Eight_moves_on_two_servers_leave_a_tree()
    {
        await using var twin = Desk.Twin();
        string[] ids = [await Category("A"), await Category("B"), await Category("C"), await Category("D")];

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            (i % 2 == 0 ? As("admin") : twin.As("admin")).Patch($"categories/{ids[i % 4]}", new { parentId = ids[(i + 1 + (i / 4)) % 4] })));

        var parents = new Dictionary<string, string?>();
        foreach (var id in ids)
            parents[id] = (await As("admin").Get($"categories/{id}"))["parentId"].GetString();
        foreach (var id in ids)
        {
            var above = parents[id];
            for (var steps = 0; above is not null; above = parents.GetValueOrDefault(above))
                Assert.That(++steps, Is.LessThan(ids.Length), "a circle");
        }
    }

    [Test]
    public async Task Nobody_is_given_a_ticket_who_is_leaving()
    {
        var max = await Technician("max");
        var opened = await As("alice").Open();
        await using var elsewhere = await BeginAsync($"update users set active = false where id = '{max}'");

        var assigning = As("dan").Post($"incidents/{opened.Id}/assign", new { teamId = await TeamId("service-desk"), assigneeId = max });
        await elsewhere.CommitWhenAnotherWaitsAsync(assigning);

        (await assigning).Expect(HttpStatusCode.UnprocessableEntity, "incident.assignee_not_member");
        Assert.That((await As("tom").Get($"incidents/{opened.Id}"))["assignee"].ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task Nobody_is_given_a_ticket_who_is_leaving_also_with_a_key()
    {
        var max = await Technician("mia");
        var opened = await As("alice").Open();
        await using var elsewhere = await BeginAsync($"update users set active = false where id = '{max}'");

        var assigning = As("dan").Post($"incidents/{opened.Id}/assign", new { teamId = await TeamId("service-desk"), assigneeId = max }, key: "leaving");
        await elsewhere.CommitWhenAnotherWaitsAsync(assigning);

        (await assigning).Expect(HttpStatusCode.UnprocessableEntity, "incident.assignee_not_member");
    }

    [Test]
    public async Task Nobody_leaves_with_a_ticket_they_are_given_at_the_same_moment()
    {
        var max = await Technician("moe");
        var opened = await As("alice").Open();
        var team = await TeamId("service-desk");
        (await As("dan").Post($"incidents/{opened.Id}/assign", new { teamId = team })).Expect(HttpStatusCode.OK);
        await using var elsewhere = await BeginAsync($"update tickets set assignee_id = '{max}' where id = '{opened.Id}'");

        var leaving = As("admin").Post($"users/{max}/deactivate");
        await elsewhere.CommitWhenAnotherWaitsAsync(leaving);

        var left = (await leaving).Expect(HttpStatusCode.OK);
        Assert.That(left["handedOver"].GetProperty("toQueue").GetInt32(), Is.EqualTo(1));
        Assert.That((await As("tom").Get($"incidents/{opened.Id}"))["assignee"].ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task Many_comments_on_one_ticket_at_once_are_all_taken_and_each_starts_over_once_at_most()
    {
        const int Many = 40;
        await using var twin = Desk.Twin();
        var opened = await As("alice").Open();
        using var counter = new StatementCounter(Desk.ConnectionString);

        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(i => (i % 2 == 0 ? As("tom") : twin.As("tina"))
            .Post($"incidents/{opened.Id}/comments", new { body = $"Word {i}", visibility = i % 3 == 0 ? "internal" : "public" }, key: i % 5 == 0 ? $"word {i}" : null)));

        Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(HttpStatusCode.Created));
        Assert.That(answers.Select(a => a["ticket"].GetProperty("version").GetInt64()), Is.EquivalentTo(Enumerable.Range(2, Many)));
        var turns = counter.Seen.Count(s => s.Text.Contains("for no key update", StringComparison.Ordinal) && s.Text.Contains("from tickets", StringComparison.Ordinal));
        Assert.That(turns, Is.InRange(1, Many));
        Assert.That((await As("tom").Get($"incidents/{opened.Id}/comments?limit=200"))["items"].EnumerateArray().Select(c => c.GetProperty("body").GetString()),
            Is.EquivalentTo(Enumerable.Range(0, Many).Select(i => $"Word {i}")));
    }

    [Test]
    public async Task Who_named_a_version_and_lost_by_a_moment_is_told_what_is_there_now()
    {
        var opened = await As("alice").Open();
        await using var elsewhere = await BeginAsync($"update tickets set version = version + 1, public_version = public_version + 1 where id = '{opened.Id}'");

        var changing = As("tom").Patch($"incidents/{opened.Id}", new { title = "Late" }, ifMatch: opened.ETag);
        await elsewhere.CommitWhenAnotherWaitsAsync(changing);

        Assert.That((await changing).Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile").ETag, Is.EqualTo("\"2\""));
    }

    [Test]
    public async Task Merges_and_links_of_the_same_tickets_from_both_ends_wait_for_no_one_for_good()
    {
        var (one, other) = (await As("alice").Open(), await As("alice").Open());

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => (i % 3) switch
        {
            0 => As("tom").Post($"incidents/{one.Id}/comments", new { body = "a", visibility = "public" }),
            1 => As("tom").Post($"incidents/{other.Id}/comments", new { body = "b", visibility = "public" }),
            _ => As("tom").Post($"incidents/{(i % 2 == 0 ? one : other).Id}/links", new { type = "relatedTo", targetId = (i % 2 == 0 ? other : one).Id }),
        }));

        Assert.That(answers.Select(a => a.Status), Is.All.AnyOf(HttpStatusCode.Created, HttpStatusCode.Conflict));
        Assert.That(answers.Where(a => a.Status == HttpStatusCode.Conflict).Select(a => a.Code), Is.All.EqualTo("ticket.linked_already"));
        Assert.That(answers.Count(a => a.Status == HttpStatusCode.Created), Is.EqualTo(9));
    }

    private async Task<string> Category(string name) =>
        (await As("admin").Post("categories", new { name, key = "race-" + Guid.CreateVersion7().ToString("n")[16..] })).Expect(HttpStatusCode.Created).Id;

    private async Task<string> Technician(string userName) => (await As("admin").Post("users", new
    {
        userName,
        name = userName,
        roles = new[] { "technician" },
        teamIds = new[] { await TeamId("service-desk") },
    })).Expect(HttpStatusCode.Created).Id;

    private async Task<Elsewhere> BeginAsync(string sql)
    {
        var connection = new NpgsqlConnection(Desk.ConnectionString);
        await connection.OpenAsync();
        var elsewhere = new Elsewhere(connection, await connection.BeginTransactionAsync());
        await elsewhere.DoAsync(sql);
        return elsewhere;
    }

    /// <summary>Another server's transaction that is not over yet.</summary>
    private sealed class Elsewhere(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
    {
        public async Task DoAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            await command.ExecuteNonQueryAsync();
        }

        /// <summary>Commits once the request waits for it; a request that waits for nothing is over first.</summary>
        public async Task CommitWhenAnotherWaitsAsync(Task request)
        {
            const string Waiting = "select exists (select 1 from pg_locks l where not l.granted and pg_backend_pid() = any(pg_blocking_pids(l.pid)))";
            await using var look = new NpgsqlCommand(Waiting, connection, transaction);
            while (!request.IsCompleted && !(bool)(await look.ExecuteScalarAsync())!)
                await Task.Yield();
            await transaction.CommitAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
