namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>Pauses put in order, united and cut to what lies after a start. Seconds since 1970.</summary>
internal static class PauseSet
{
    public static List<(long From, long To)> Unite(ReadOnlySpan<Pause> pauses, long start)
    {
        var sorted = new List<(long From, long To)>(pauses.Length);
        foreach (var pause in pauses)
        {
            var from = Math.Max(pause.From.ToUnixTimeSeconds(), start);
            var to = pause.To.ToUnixTimeSeconds();
            if (from < to)
                sorted.Add((from, to));
        }

        sorted.Sort();

        var united = new List<(long From, long To)>(sorted.Count);
        foreach (var pause in sorted)
        {
            if (united.Count > 0 && pause.From <= united[^1].To)
                united[^1] = (united[^1].From, Math.Max(united[^1].To, pause.To));
            else
                united.Add(pause);
        }

        return united;
    }
}
