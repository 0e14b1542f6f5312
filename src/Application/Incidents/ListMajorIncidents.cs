using System.Linq.Expressions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>
/// What everybody is told of the major incidents of now (ruling 16): those still open, and for a day the solved ones; latest first.
/// `about` is a sentence: only those that have words in common with it, in what everybody may know of them, their service and their category.
/// </summary>
[Permission(Permissions.SignedIn)]
public sealed record ListMajorIncidents(string? About = null, int Limit = Paging.DefaultLimit, string? Cursor = null) : IQuery<Page<MajorIncidentNotice>>;

/// <summary>A major incident as everybody may know it.</summary>
public sealed record MajorIncidentNotice
{
    public required Guid Id { get; init; }
    public required string Reference { get; init; }
    public required string Title { get; init; }

    /// <summary>The latest status update; the summary while there is none.</summary>
    public required string Status { get; init; }
    public required DateTimeOffset? NextUpdateAt { get; init; }
    public required DateTimeOffset DeclaredAt { get; init; }
    public required DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>The caller follows it or is affected, or a ticket of theirs is below it.</summary>
    public required bool Joined { get; init; }
}

internal sealed class ListMajorIncidentsValidator : AbstractValidator<ListMajorIncidents>
{
    public ListMajorIncidentsValidator()
    {
        RuleFor(x => x.About).MaximumLength(Ticket.TitleMaxLength);
        RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
    }
}

internal sealed class ListMajorIncidentsHandler(IServiceDeskDb db, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ListMajorIncidents, Page<MajorIncidentNotice>>
{
    private const string Sort = "declaredAt";
    private static readonly TimeSpan ShownAfterwards = TimeSpan.FromDays(1);

    public async Task<Page<MajorIncidentNotice>> Handle(ListMajorIncidents request, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - ShownAfterwards;
        var majors = PublicMajors.Of(db).Where(i => EF.Property<bool>(i, "open") || i.ResolvedAt > since);
        if (request.About is { } sentence)
        {
            TicketId[] related = [.. (await RelatedAsync(sentence, since, ct)).Select(i => new TicketId(i))];
            majors = majors.Where(i => related.Contains(i.Id));
        }

        if (Cursor.Parse(request.Cursor, Sort, 2) is { } cursor)
        {
            var (at, id) = (cursor.Instant(0), new TicketId(cursor.Id(1)));
            majors = majors.Where(i => EF.Functions.LessThan(ValueTuple.Create(i.Major!.DeclaredAt, i.Id), ValueTuple.Create(at, id)));
        }

        var me = user.Id;
        var rows = await majors.OrderByDescending(i => i.Major!.DeclaredAt).ThenByDescending(i => i.Id).Take(request.Limit + 1)
            .Select(PublicMajors.Notice(db, me))
            .ToListAsync(ct);
        return rows.ToPage(request.Limit, Sort, r => [Keyset.Text(r.DeclaredAt), r.Id.ToString()]);
    }

    // Not by the ticket's own words: its description and its comments are not for everybody, and a match would tell of them.
    private Task<List<Guid>> RelatedAsync(string sentence, DateTimeOffset since, CancellationToken ct) => db.QueryAsync<Guid>(SqlText.Of($"""
        select t.id as "Value" from tickets t left join services v on v.id = t.service_id left join categories c on c.id = t.category_id
        where t.major_declared_at is not null and (t.open or t.resolved_at > {since}) and not t.restricted
        and search_words(concat_ws(' ', t.title, coalesce(t.major_status, t.major_summary), v.name_en, v.name_fr, c.name_en, c.name_fr))
            @@ (select search_any({sentence}))
        """), TicketLists.Patience, ct);
}

/// <summary>The declared major incidents, which everybody may know of; a restricted one is never among them.</summary>
internal static class PublicMajors
{
    public static IQueryable<Incident> Of(IServiceDeskDb db) =>
        db.Incidents.IgnoreQueryFilters(["visibility"]).Where(i => i.Major != null && !i.Restricted && i.MergedIntoId == null);

    /// <summary>As everybody may know it, and whether this person joined it.</summary>
    public static Expression<Func<Incident, MajorIncidentNotice>> Notice(IServiceDeskDb db, UserId me) => i => new MajorIncidentNotice
    {
        Id = i.Id.Value,
        Reference = i.Reference,
        Title = i.Title,
        Status = i.Major!.Status ?? i.Major.Summary,
        NextUpdateAt = i.Major.NextUpdateAt,
        DeclaredAt = i.Major.DeclaredAt,
        ResolvedAt = i.ResolvedAt,
        Joined = i.Watchers.Any(w => w.UserId == me) || db.Set<AffectedPerson>().Any(a => a.TicketId == i.Id && a.UserId == me)
            || db.Tickets.Any(t => t.ParentId == i.Id && t.RequesterId == me),
    };
}
