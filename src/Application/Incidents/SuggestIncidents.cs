using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>
/// What may already be known while a title is typed: open and lately closed incidents the caller sees, and what everybody may know of the
/// major incidents going on.
/// </summary>
[Permission(Permissions.IncidentsOpen)]
public sealed record SuggestIncidents(string? Title = null, int? Limit = null) : IQuery<IncidentSuggestions>;

public sealed record IncidentSuggestions(IReadOnlyList<SimilarIncident> Similar, IReadOnlyList<MajorNotice> Majors);

/// <summary>An incident with words in common; <see cref="Score"/> between 0 and 1, higher is more alike.</summary>
public sealed record SimilarIncident(Guid Id, string Reference, string Title, TicketState State, DateTimeOffset OpenedAt, double Score);

/// <summary>A major incident as everybody may know of it (ruling 16); the id is told only to those who see it.</summary>
public sealed record MajorNotice(Guid? Id, string Title, string Summary, string? Status, DateTimeOffset DeclaredAt, DateTimeOffset? NextUpdateAt);

internal sealed class SuggestIncidentsValidator : AbstractValidator<SuggestIncidents>
{
    public SuggestIncidentsValidator()
    {
        RuleFor(x => x.Title).NotEmpty().MaximumLength(Ticket.TitleMaxLength);
        RuleFor(x => x.Limit).InclusiveBetween(1, 20);
    }
}

internal sealed class SuggestIncidentsHandler(IServiceDeskDb db, ICurrentUser user, TicketLists lists, TicketScope scope, TimeProvider clock)
    : IRequestHandler<SuggestIncidents, IncidentSuggestions>
{
    /// <summary>Duplicates are recent: only so many of the latest are compared, whatever the number of tickets.</summary>
    private const int Compared = 2_000;
    private static readonly TimeSpan Recent = TimeSpan.FromDays(14);

    public async Task<IncidentSuggestions> Handle(SuggestIncidents request, CancellationToken ct)
    {
        var asked = SqlText.Of($"(select search_any({request.Title!}))");
        var since = clock.GetUtcNow() - Recent;
        var latest = lists.LatestSql(SqlText.Of($"t.practice = 'incident' and t.state <> 'cancelled' and (t.open or {TicketVersions.UpdatedAt(user, "t")} >= {since})"), Compared);
        var similar = await db.QueryAsync<Line>(SqlText.Of($"""
            select t.id, t.reference, t.title, t.state, t.opened_at as OpenedAt, r.score as Score from (
                select s.ticket_id as id, ts_rank({SqlText.Raw("'{0,0,0,1}'::float4[]")}, s.public_words, {asked}, 32)::float8 as score
                from {latest} l join ticket_search s on s.ticket_id = l.id where s.public_words @@ {asked}) r
            join tickets t on t.id = r.id where r.score > 0
            order by r.score desc, t.id desc limit {SqlText.Raw($"{request.Limit ?? 5}")}
            """), TicketLists.Patience, ct);
        var majors = await db.QueryAsync<Major>(SqlText.Of($"""
            select case when {scope.Sees("t")} then t.id end as Id, t.title as Title, t.major_summary as Summary, t.major_status as Status,
            t.major_declared_at as DeclaredAt, t.major_next_update_at as NextUpdateAt
            from tickets t where t.major_declared_at is not null and t.open and not t.restricted order by t.opened_at desc limit 10
            """), TicketLists.Patience, ct);
        return new IncidentSuggestions(
            [.. similar.Select(l => new SimilarIncident(l.Id, l.Reference, l.Title, Enum.Parse<TicketState>(l.State, true), l.OpenedAt, l.Score))],
            [.. majors.Select(m => new MajorNotice(m.Id, m.Title, m.Summary, m.Status, m.DeclaredAt, m.NextUpdateAt))]);
    }

    private sealed record Line
    {
        public Guid Id { get; init; }
        public string Reference { get; init; } = "";
        public string Title { get; init; } = "";
        public string State { get; init; } = "";
        public DateTimeOffset OpenedAt { get; init; }
        public double Score { get; init; }
    }

    private sealed record Major
    {
        public Guid? Id { get; init; }
        public string Title { get; init; } = "";
        public string Summary { get; init; } = "";
        public string? Status { get; init; }
        public DateTimeOffset DeclaredAt { get; init; }
        public DateTimeOffset? NextUpdateAt { get; init; }
    }
}
