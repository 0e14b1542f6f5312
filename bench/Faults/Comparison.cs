namespace ServiceDesk.Faults;

/// <summary>Holds what was acknowledged against what is there.</summary>
internal sealed class Comparison(Site site, Writers writers)
{
    private const int LevelsPerClock = 4;
    private readonly List<string> findings = [];

    public async Task<IReadOnlyList<string>> RunAsync()
    {
        await CompareAsync("incidents", writers.Incidents.Keys, await site.ColumnAsync("select title from tickets where title like 'fault-%'"));
        await CompareAsync("comments", writers.Comments.Keys, await site.ColumnAsync("select body from comments where body like 'fault-%'"));
        await CompareAsync("starts", writers.Started, await site.ColumnAsync(
            "select e.ticket_id from ticket_events e join tickets t on t.id = e.ticket_id where t.title like 'fault-%' and e.type = 'started'"));
        await AlarmsAsync();
        if (writers.Unexpected > 0)
            findings.Add($"{writers.Unexpected} answers were 500");
        var (exit, output) = await site.CommandAsync("verify");
        Console.WriteLine(output.Trim());
        if (exit != 0)
            findings.Add("verify found something");
        return findings;
    }

    private Task CompareAsync(string what, IEnumerable<string> acknowledged, List<string> there)
    {
        var known = acknowledged.ToHashSet();
        var counts = there.GroupBy(t => t).ToDictionary(g => g.Key, g => g.Count());
        var (lost, doubled, foreign) = (known.Count(k => !counts.ContainsKey(k)), counts.Count(c => c.Value > 1), counts.Keys.Count(k => !known.Contains(k)));
        Console.WriteLine($"{what}: {known.Count} acknowledged, {there.Count} there, {lost} lost, {doubled} doubled, {foreign} that nobody was told of");
        if (lost + doubled > 0)
            findings.Add($"{what}: {lost} lost, {doubled} doubled");
        return Task.CompletedTask;
    }

    // Every clock of the policy runs on, so each of its levels must fire, once, and be told once.
    private async Task AlarmsAsync()
    {
        const string clocks = "service_level_clocks c join tickets t on t.id = c.ticket_id where t.title like 'fault-%' and c.target = 'resolution'";
        var expected = await site.ScalarAsync<long>($"select count(*) from {clocks}") * LevelsPerClock;
        var limit = TimeProvider.System.GetUtcNow().AddMinutes(2);
        while (TimeProvider.System.GetUtcNow() < limit
            && (await site.ScalarAsync<long>("select count(*) from outbox where name = 'alarm.fired.v1'") < expected
                || await site.ScalarAsync<long>("select count(*) from outbox where delivered_at is null") > 0))
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);

        var fired = await site.ScalarAsync<long>("select count(*) from outbox where name = 'alarm.fired.v1'");
        var distinct = await site.ScalarAsync<long>("select count(distinct (payload ->> 'clockId', payload ->> 'level')) from outbox where name = 'alarm.fired.v1'");
        var told = await site.ScalarAsync<long>("select count(*) from notifications where kind = 'alarm'");
        var toldTwice = await site.ScalarAsync<long>("select count(*) from (select 1 from notifications where kind = 'alarm' group by user_id, delivery having count(*) > 1) x");
        // Whoever had started the ticket by then is its assignee and must have heard.
        var untold = await site.ScalarAsync<long>("""
            select count(*) from outbox o where o.name = 'alarm.fired.v1'
              and exists (select from ticket_events e where e.ticket_id = o.ticket_id and e.type = 'started' and e.at < o.at)
              and not exists (select from notifications n where n.delivery = o.id and n.kind = 'alarm')
            """);
        Console.WriteLine($"alarms: {expected} expected, {fired} fired, {distinct} different ones, {told} told to people, {untold} untold, {toldTwice} told twice");
        if (fired != expected || distinct != expected || untold + toldTwice > 0)
            findings.Add($"alarms: {expected} expected, {fired} fired, {distinct} different, {untold} untold, {toldTwice} told twice");
    }
}
