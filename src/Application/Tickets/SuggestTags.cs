using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Tickets;

/// <summary>
/// Tags that begin with what is typed, as colleagues use them on tickets the caller sees; the most used first. Only the tagged tickets that
/// were touched last are looked at, whatever the number of tickets: what nobody uses any more is not offered.
/// </summary>
[Permission(Permissions.IncidentsRead)]
public sealed record SuggestTags(string? Q = null, int? Limit = null) : IQuery<Page<TagSuggestion>>;

/// <summary>A tag, and how many of those tickets have it.</summary>
public sealed record TagSuggestion(string Tag, int Tickets);

internal sealed class SuggestTagsValidator : AbstractValidator<SuggestTags>
{
    public SuggestTagsValidator()
    {
        RuleFor(x => x.Q).MaximumLength(Ticket.TagMaxLength);
        RuleFor(x => x.Limit).InclusiveBetween(1, 50);
    }
}

internal sealed class SuggestTagsHandler(IServiceDeskDb db, TicketLists lists) : IRequestHandler<SuggestTags, Page<TagSuggestion>>
{
    private const int LookedAt = 2_000;

    public async Task<Page<TagSuggestion>> Handle(SuggestTags request, CancellationToken ct)
    {
        var begins = (request.Q ?? "").Trim().ToLowerInvariant();
        var latest = lists.LatestSql(SqlText.Raw("t.tags <> '{}'"), LookedAt);
        var found = await db.QueryAsync<Line>(SqlText.Of($"""
            select x.tag as Tag, count(*)::int as Tickets from {latest} l join tickets t on t.id = l.id cross join lateral unnest(t.tags) x(tag)
            where starts_with(x.tag, {begins}) group by x.tag order by count(*) desc, x.tag limit {SqlText.Raw($"{request.Limit ?? 10}")}
            """), TicketLists.Patience, ct);
        return new Page<TagSuggestion>([.. found.Select(l => new TagSuggestion(l.Tag, l.Tickets))], null);
    }

    private sealed record Line
    {
        public string Tag { get; init; } = "";
        public int Tickets { get; init; }
    }
}
