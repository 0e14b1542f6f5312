using System.Net;
using System.Text.Json;

namespace ServiceDesk.Api.Tests.ServiceLevels;

/// <summary>
/// What happens to a ticket moves its clocks, over the API. The policy is one of the test's own for a site of its own: Berlin office
/// hours, an hour to the first answer, two to the next, eight to the resolution.
/// </summary>
public sealed class ClockTests : ApiTest
{
    private ClockStory story = null!;

    [OneTimeSetUp]
    public async Task Promise() => story = await ClockStory.PrepareAsync(Desk);

    [Test]
    public async Task A_ticket_starts_the_clocks_of_the_first_policy_that_matches()
    {
        var ticket = await story.OpenAsync("2026-06-01 09:00");

        var clocks = await story.ClocksAsync(ticket);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clocks.Keys, Is.EqualTo(new[] { "firstResponse", "resolution" }));
            Assert.That(clocks["firstResponse"].DueAt, Is.EqualTo(ClockStory.At("2026-06-01 10:00")));
            Assert.That(clocks["resolution"].DueAt, Is.EqualTo(ClockStory.At("2026-06-02 09:00")));
            Assert.That(clocks["resolution"].State, Is.EqualTo("running"));
            Assert.That(clocks["resolution"].Json.GetProperty("policy").GetProperty("name").GetString(), Is.EqualTo(story.PolicyName));
            Assert.That(clocks["resolution"].Json.GetProperty("openWindows").GetArrayLength(), Is.EqualTo(5));
            Assert.That((await story.TicketAsync(ticket)).DueAt, Is.EqualTo(ClockStory.At("2026-06-01 10:00")));
        }
    }

    [Test]
    public async Task Time_used_is_counted_as_of_now()
    {
        var ticket = await story.OpenAsync("2026-06-01 09:00");

        story.Now("2026-06-01 14:00");

        var resolution = (await story.ClocksAsync(ticket))["resolution"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(resolution.Remaining, Is.EqualTo(4 * 3600));
            Assert.That(resolution.Json.GetProperty("usedShare").GetDouble(), Is.EqualTo(0.5));
        }
    }

    [Test]
    public async Task V12_a_wait_that_the_policy_names_pauses_and_the_deadline_moves_on()
    {
        var ticket = await story.OpenAsync("2026-06-01 09:00");
        await story.DoAsync(ticket, "start");
        await story.DoAsync(ticket, "hold", "2026-06-01 11:00", new { reason = "awaitingRequester" });

        var paused = (await story.ClocksAsync(ticket))["resolution"];
        await story.DoAsync(ticket, "resume", "2026-06-02 10:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(paused.State, Is.EqualTo("paused"));
            Assert.That(paused.DueAt, Is.Null);
            Assert.That(paused.Remaining, Is.EqualTo(6 * 3600));
            Assert.That(paused.Json.GetProperty("pausedSince").GetDateTimeOffset(), Is.EqualTo(ClockStory.At("2026-06-01 11:00")));
            Assert.That((await story.ClocksAsync(ticket))["resolution"].DueAt, Is.EqualTo(ClockStory.At("2026-06-02 17:00")));
        }
    }

    [Test]
    public async Task V13_a_pause_over_closed_time_costs_nothing_but_its_open_part()
    {
        var ticket = await story.OpenAsync("2026-06-05 15:00");
        await story.DoAsync(ticket, "start");
        await story.DoAsync(ticket, "hold", "2026-06-05 18:00", new { reason = "awaitingRequester" });
        await story.DoAsync(ticket, "resume", "2026-06-07 12:00");

        Assert.That((await story.ClocksAsync(ticket))["resolution"].DueAt, Is.EqualTo(ClockStory.At("2026-06-08 15:00")));
    }

    [Test]
    public async Task V15_a_reopened_ticket_goes_on_with_what_was_left()
    {
        var ticket = await story.OpenAsync("2026-06-01 08:00");
        await story.DoAsync(ticket, "resolve", "2026-06-01 12:00", new { code = "fixed", text = "Done." });
        Assert.That((await story.ClocksAsync(ticket))["resolution"].State, Is.EqualTo("met"));

        await story.DoAsync(ticket, "reopen", "2026-06-03 09:00", new { text = "No." });

        var clocks = await story.ClocksAsync(ticket);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(clocks["resolution"].State, Is.EqualTo("running"));
            Assert.That(clocks["resolution"].DueAt, Is.EqualTo(ClockStory.At("2026-06-03 14:00")));
            Assert.That(clocks["firstResponse"].State, Is.EqualTo("missed"), "answered at 12:00, due at 09:00");
        }
    }

    [Test]
    public async Task A_wait_the_policy_does_not_name_does_not_pause()
    {
        var ticket = await story.OpenAsync("2026-06-01 09:00");
        await story.DoAsync(ticket, "start");

        await story.DoAsync(ticket, "hold", "2026-06-01 11:00", new { reason = "awaitingSupplier" });

        Assert.That((await story.ClocksAsync(ticket))["resolution"].State, Is.EqualTo("running"));
    }

    [Test]
    public async Task The_first_public_message_of_the_staff_is_the_first_response()
    {
        var ticket = await story.OpenAsync("2026-06-01 09:00");
        await story.SayAsync("tom", ticket, "2026-06-01 09:10", "internal");
        await story.SayAsync("alice", ticket, "2026-06-01 09:20");
        Assert.That((await story.ClocksAsync(ticket))["firstResponse"].State, Is.EqualTo("running"));

        await story.SayAsync("tom", ticket, "2026-06-01 09:30");

        Assert.That((await story.ClocksAsync(ticket))["firstResponse"].State, Is.EqualTo("met"));
    }

    [Test]
    public async Task Each_question_after_the_first_response_starts_a_cycle_that_an_answer_stops()
    {
        var ticket = await story.OpenAsync("2026-06-01 09:00");
        await story.SayAsync("tom", ticket, "2026-06-01 09:30");
        await story.SayAsync("alice", ticket, "2026-06-01 10:00");
        await story.SayAsync("alice", ticket, "2026-06-01 10:30");

        var waiting = (await story.ClocksAsync(ticket))["nextResponse"];
        await story.SayAsync("tom", ticket, "2026-06-01 11:00");
        var answered = (await story.ClocksAsync(ticket))["nextResponse"];
        await story.SayAsync("alice", ticket, "2026-06-01 14:00");
        var again = (await story.ClocksAsync(ticket))["nextResponse"];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(waiting.DueAt, Is.EqualTo(ClockStory.At("2026-06-01 12:00")), "from the oldest message without an answer");
            Assert.That(answered.State, Is.EqualTo("met"));
            Assert.That(again.State, Is.EqualTo("running"));
            Assert.That(again.Json.GetProperty("cycle").GetInt32(), Is.EqualTo(2));
            Assert.That(again.DueAt, Is.EqualTo(ClockStory.At("2026-06-01 16:00")));
        }
    }

    [Test]
    public async Task The_requesters_answer_ends_the_pause_when_it_comes()
    {
        var ticket = await story.OpenAsync("2026-06-01 09:00");
        await story.DoAsync(ticket, "start");
        await story.DoAsync(ticket, "hold", "2026-06-01 10:00", new { reason = "awaitingRequester", comment = "Which printer?" });

        await story.SayAsync("alice", ticket, "2026-06-01 11:00");

        var clocks = await story.ClocksAsync(ticket);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(clocks["firstResponse"].State, Is.EqualTo("met"), "the question was the first response, at its due instant");
            Assert.That(clocks["resolution"].DueAt, Is.EqualTo(ClockStory.At("2026-06-02 10:00")));
            Assert.That(clocks["nextResponse"].DueAt, Is.EqualTo(ClockStory.At("2026-06-01 14:00")));
        }
    }

    [Test]
    public async Task Cancelled_and_duplicate_tickets_are_outside_the_count()
    {
        var cancelled = await story.OpenAsync("2026-06-01 09:00");
        var duplicate = await story.OpenAsync("2026-06-01 09:00");

        await story.DoAsync(cancelled, "cancel", "2026-06-01 09:30", new { reason = "Not needed" });
        await story.DoAsync(duplicate, "resolve", "2026-06-01 09:30", new { code = "duplicate", text = "See the other one." });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await story.ClocksAsync(cancelled)).Values.Select(c => c.State), Is.All.EqualTo("cancelled"));
            Assert.That((await story.ClocksAsync(duplicate)).Values.Select(c => c.State), Is.All.EqualTo("cancelled"));
        }
    }

    [Test]
    public async Task A_duplicate_that_was_none_goes_on()
    {
        var ticket = await story.OpenAsync("2026-06-01 09:00");
        await story.DoAsync(ticket, "resolve", "2026-06-01 09:30", new { code = "duplicate", text = "See the other one." });

        await story.DoAsync(ticket, "reopen", "2026-06-01 11:00", new { text = "It is another printer." });

        var clocks = await story.ClocksAsync(ticket);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(clocks["firstResponse"].DueAt, Is.EqualTo(ClockStory.At("2026-06-01 11:30")));
            Assert.That(clocks["resolution"].State, Is.EqualTo("running"));
        }
    }

    [Test]
    public async Task A_stop_after_the_due_instant_is_missed_even_when_nobody_had_noticed()
    {
        var ticket = await story.OpenAsync("2026-06-01 09:00");

        await story.DoAsync(ticket, "resolve", "2026-06-02 09:01", new { code = "fixed", text = "Done." });

        var resolution = (await story.ClocksAsync(ticket))["resolution"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(resolution.State, Is.EqualTo("missed"));
            Assert.That(resolution.Json.GetProperty("breachedAt").GetDateTimeOffset(), Is.EqualTo(ClockStory.At("2026-06-02 09:00")));
        }
    }

    [Test]
    public async Task Another_owner_is_in_the_ledger()
    {
        var ticket = await story.OpenAsync("2026-06-01 09:00");
        var desk = await TeamId("service-desk");

        await story.DoAsync(ticket, "assign", "2026-06-01 10:00", new { teamId = desk });

        var owners = await Desk.Db(db => Task.FromResult(db.Set<Domain.ServiceLevels.ServiceLevelClock>()
            .Where(c => c.TicketId == new Domain.Tickets.TicketId(ticket) && c.Target == Domain.ServiceLevels.ServiceLevelTarget.Resolution)
            .SelectMany(c => c.Ledger).OrderBy(e => e.Sequence).Select(e => new { e.TeamId, e.Why, e.OpenSecondsBefore }).ToList()));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(owners.Select(o => o.TeamId?.Value), Is.EqualTo(new Guid?[] { null, desk }));
            Assert.That(owners.Select(o => o.OpenSecondsBefore), Is.EqualTo(new[] { 0, 3600 }));
        }
    }

    [Test]
    public async Task A_line_of_a_list_shows_the_clock_that_is_due_next()
    {
        var ticket = await story.OpenAsync("2026-06-01 09:00");
        await story.SayAsync("tom", ticket, "2026-06-01 09:30");
        await story.DoAsync(ticket, "start");
        story.Now("2026-06-01 14:00");
        var running = await LineAsync(ticket);
        await story.DoAsync(ticket, "hold", "2026-06-01 15:00", new { reason = "awaitingRequester" });
        story.Now("2026-06-02 15:00");
        var paused = await LineAsync(ticket);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(running.GetProperty("target").GetString(), Is.EqualTo("resolution"));
            Assert.That(running.GetProperty("remainingSeconds").GetInt64(), Is.EqualTo(4 * 3600));
            Assert.That(running.GetProperty("usedShare").GetDouble(), Is.EqualTo(0.5));
            Assert.That(paused.GetProperty("state").GetString(), Is.EqualTo("paused"));
            Assert.That(paused.GetProperty("remainingSeconds").GetInt64(), Is.EqualTo(3 * 3600));
        }
    }

    [TestCase("cancel")]
    [TestCase("resolve")]
    [TestCase("merge")]
    public async Task A_breach_is_missed_whatever_happens_later(string verb)
    {
        var story = await ClockStory.PrepareAsync(Desk);
        var target = await story.OpenAsync("2026-06-01 08:00");
        var (late, kept) = (await story.OpenAsync("2026-06-01 09:00"), await story.OpenAsync("2026-06-01 10:50"));
        object body = verb switch
        {
            "cancel" => new { reason = "Not needed" },
            "merge" => new { intoId = target },
            _ => new { code = "duplicate", text = "Known already." },
        };
        await story.DoAsync(late, verb, "2026-06-01 11:00", body);
        await story.DoAsync(kept, verb, "2026-06-01 11:00", body);

        var row = (await As("sue").Get($"reports/service-levels?from=2026-05-01&to=2026-07-01&siteId={story.SiteId}"))["totals"].EnumerateArray()
            .Single(r => r.GetProperty("target").GetString() == "firstResponse");
        Assert.That((row.GetProperty("missed").GetInt64(), row.GetProperty("cancelled").GetInt64()), Is.EqualTo((1L, 1L)));
        foreach (var q in new[] { "clock:firstResponse.missed", "sla:breached" })
        {
            var found = (await As("sue").Get($"tickets?siteId={story.SiteId}&q={q}"))["items"].EnumerateArray().Select(i => i.GetProperty("id").GetGuid()).ToList();
            Assert.That(found, Does.Contain(late).And.Not.Contain(kept), q);
        }

        if (verb == "merge")
        {
            await story.DoAsync(late, "unmerge", "2026-06-01 11:30");
            Assert.That((await story.ClocksAsync(late))["firstResponse"].State, Is.EqualTo("running"));
            await story.SayAsync("tom", late, "2026-06-01 11:40");
            Assert.That((await story.ClocksAsync(late))["firstResponse"].State, Is.EqualTo("missed"));
        }
    }

    [Test]
    public async Task A_takeover_is_the_first_response_where_the_policy_says_so()
    {
        var takeover = await ClockStory.PrepareAsync(Desk, new { firstResponseBy = "takeover" });
        var (given, taken) = (await takeover.OpenAsync("2026-06-01 09:00"), await takeover.OpenAsync("2026-06-01 09:00"));
        var desk = await TeamId("service-desk");

        await takeover.DoAsync(given, "assign", "2026-06-01 09:10", new { teamId = desk, assigneeId = await UserId("tom") }, by: "dan");
        await takeover.DoAsync(taken, "assign", "2026-06-01 09:10", new { teamId = desk, assigneeId = await UserId("tom") });
        var waiting = (await takeover.ClocksAsync(given))["firstResponse"].State;
        await takeover.SayAsync("tina", given, "2026-06-01 09:15");
        var told = (await takeover.ClocksAsync(given))["firstResponse"].State;
        await takeover.DoAsync(given, "start", "2026-06-01 09:20");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(waiting, Is.EqualTo("running"), "being given a ticket is not taking it over");
            Assert.That(told, Is.EqualTo("running"), "who says something has taken nothing over");
            Assert.That((await takeover.ClocksAsync(given))["firstResponse"].State, Is.EqualTo("met"));
            Assert.That((await takeover.ClocksAsync(taken))["firstResponse"].State, Is.EqualTo("met"));
        }
    }

    [Test]
    public async Task A_line_of_a_list_says_by_when_it_is_to_be_solved_while_the_first_answer_is_still_due()
    {
        var ticket = await story.OpenAsync("2026-06-01 09:00");
        await story.DoAsync(ticket, "assign", "2026-06-01 09:10", new { teamId = await TeamId("service-desk") }, by: "dan");

        var row = await RowAsync(ticket);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(row.GetProperty("serviceLevel").GetProperty("target").GetString(), Is.EqualTo("firstResponse"));
            Assert.That(row.GetProperty("resolutionDueAt").GetDateTimeOffset(), Is.EqualTo((await story.ClocksAsync(ticket))["resolution"].DueAt));
        }
    }

    private async Task<JsonElement> LineAsync(Guid ticket) => (await RowAsync(ticket)).GetProperty("serviceLevel");

    private async Task<JsonElement> RowAsync(Guid ticket)
    {
        var list = (await As("tom").Get("tickets?limit=200")).Expect(HttpStatusCode.OK);
        return list["items"].EnumerateArray().Single(t => t.GetProperty("id").GetGuid() == ticket);
    }
}
