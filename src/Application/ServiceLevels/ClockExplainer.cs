using ServiceDesk.Application.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>The names of what ledgers hold by id.</summary>
internal sealed record LedgerNames(
    IReadOnlyDictionary<TeamId, NamedRef> Teams, IReadOnlyDictionary<UserId, PersonRef> People, IReadOnlyDictionary<PolicyId, string> Policies,
    IReadOnlyDictionary<CalendarId, string> Calendars, IReadOnlyDictionary<long, LedgerEvent> Events);

/// <summary>Prints a ledger so that it can be read and added up.</summary>
internal sealed class ClockExplainer(LedgerNames names, Func<CalendarId, int, BusinessCalendar> calendars, DateTimeOffset now)
{
    private const int MostSpans = 500;

    public ClockExplanation Explain(ServiceLevelClock clock)
    {
        var fold = new ClockFold([.. clock.Ledger.OrderBy(e => e.Sequence)], calendars);
        var (terms, figures) = (clock.Terms, fold.Figures);
        return new ClockExplanation
        {
            Target = Word(clock.Target.ToString()),
            Cycle = clock.Cycle,
            State = Word(figures.State.ToString()),
            StartedAt = clock.StartedAt,
            TargetSeconds = terms.TargetSeconds,
            ElapsedSeconds = fold.ElapsedSeconds(now),
            RemainingSeconds = fold.RemainingSeconds(now),
            DueAt = figures.DueAt,
            DueIfResumedNow = figures.State == ClockState.Paused ? fold.DueIfResumed(now) : null,
            BreachedAt = fold.BreachedAt(now),
            StoppedAt = figures.StoppedAt,
            Policy = Policy(terms),
            Calendar = Calendar(terms),
            Intervals = [.. fold.Intervals(now).Select(Explain)],
            HeldBy = [.. DelayAccounts.Of(clock, calendars, now)
                .Select(a => new ExplainedShare(Team(a.Team), Person(a.Person), a.WaitingFor, a.OpenSeconds, a.CountedSeconds))],
            Sentence = DeadlineSentences.Of(clock, calendars(terms.Calendar, terms.CalendarVersion), now),
        };
    }

    private ExplainedInterval Explain(LedgerInterval interval)
    {
        var calendar = calendars(interval.Terms.Calendar, interval.Terms.CalendarVersion);
        return new ExplainedInterval
        {
            From = interval.From,
            To = interval.To,
            Kind = Word(interval.Kind.ToString()),
            Counted = interval.Kind == LedgerKind.Running,
            Why = interval.Why,
            ByEvent = names.Events.GetValueOrDefault(interval.ByEvent),
            Seconds = (long)(interval.To - interval.From).TotalSeconds,
            OpenSeconds = (long)calendar.Between(interval.From, interval.To).TotalSeconds,
            CountedSeconds = interval.CountedSeconds,
            Team = Team(interval.Owner.Team),
            Person = Person(interval.Owner.Person),
            Policy = Policy(interval.Terms),
            Calendar = Calendar(interval.Terms),
            TargetSeconds = interval.Terms.TargetSeconds,
            Spans = Spans(calendar.Trace(interval.From, interval.To)),
        };
    }

    private static List<ExplainedSpan> Spans(IReadOnlyList<CalendarSpan> trace) =>
    [
        .. trace.Where(s => trace.Count <= MostSpans || s.Label is not null)
            .Select(s => new ExplainedSpan(s.From, s.To, Word(s.Kind.ToString()), s.Label, s.Seconds)),
    ];

    private PolicyRef Policy(ClockTerms terms) => new(terms.Policy.Value, names.Policies.GetValueOrDefault(terms.Policy, ""), terms.PolicyVersion);

    private CalendarRef Calendar(ClockTerms terms) => new(
        terms.Calendar.Value, names.Calendars.GetValueOrDefault(terms.Calendar, ""), terms.CalendarVersion,
        calendars(terms.Calendar, terms.CalendarVersion).Definition.TimeZone);

    private NamedRef? Team(TeamId? id) => id is { } team ? names.Teams.GetValueOrDefault(team) : null;

    private PersonRef? Person(UserId? id) => id is { } person ? names.People.GetValueOrDefault(person) : null;

    private static string Word(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

/// <summary>The parts of "due Tuesday 11:00; we are closed on Whit Monday".</summary>
internal static class DeadlineSentences
{
    public static DeadlineSentence Of(ServiceLevelClock clock, BusinessCalendar calendar, DateTimeOffset now)
    {
        var due = clock.IsLive ? clock.DueAt : null;
        return new DeadlineSentence(
            Word(clock.Target.ToString()), Word(clock.State.ToString()), due, clock.State == ClockState.Paused ? clock.LastWhy : null,
            calendar.Definition.TimeZone, due is { } at ? Days(calendar, now, at) : []);
    }

    private static List<ClosedDay> Days(BusinessCalendar calendar, DateTimeOffset from, DateTimeOffset to)
    {
        var (first, last) = (Date(from, calendar), Date(to, calendar));
        return [.. calendar.Definition.Exceptions.Where(x => x.Date >= first && x.Date <= last).OrderBy(x => x.Date)
            .Select(x => new ClosedDay(x.Date, x.Label, x.Windows.Count > 0))];
    }

    private static DateOnly Date(DateTimeOffset at, BusinessCalendar calendar) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, calendar.Zone).DateTime);

    private static string Word(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
