using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.People;
using ServiceDesk.Application.Tickets;

namespace ServiceDesk.Application.Search;

/// <summary>What the palette offers for what is typed so far: tickets, people for those who may know them, views and pages.</summary>
[Permission(Permissions.IncidentsRead)]
public sealed record SearchEverything(string? Q = null, int? Limit = null) : IQuery<SearchHits>;

public sealed record SearchHits(IReadOnlyList<SearchHit> Hits, string InterpretedAs, IReadOnlyList<string> Notices, IReadOnlyList<SearchNotice> NoticeCodes);

/// <summary>One offer. <see cref="Type"/> is ticket, person or page; <see cref="Path"/> is where it is in the client.</summary>
public sealed record SearchHit(string Type, string Id, string Title, string? Subtitle, string Path, string? State = null);

internal sealed class SearchEverythingValidator : AbstractValidator<SearchEverything>
{
    public SearchEverythingValidator()
    {
        RuleFor(x => x.Q).NotEmpty().MaximumLength(SearchParser.MaxLength);
        RuleFor(x => x.Limit).InclusiveBetween(1, 50);
    }
}

internal sealed class SearchEverythingHandler(IServiceDeskDb db, ICurrentUser user, TicketLists lists, SearchReader search)
    : IRequestHandler<SearchEverything, SearchHits>
{
    private const int MostPeople = 5;

    public async Task<SearchHits> Handle(SearchEverything request, CancellationToken ct)
    {
        var typed = request.Q!.Trim();
        var parsed = await search.ReadAsync(typed, ct);
        var limit = request.Limit ?? 10;
        List<SearchHit> hits = [];
        if (parsed.Root is { } root)
        {
            var sort = root.Everything().Any(n => n is Words) ? TicketSort.Relevance : "-updatedAt";
            var page = await lists.PageAsync(new TicketListing(root, TicketSort.Parse(sort), null, limit, Count: false, Searched: true), ct);
            hits.AddRange(page.Items.Select(Of));
        }

        if (user.May(Permissions.UsersRead) && typed.Length >= 2)
            hits.AddRange(await PeopleAsync(typed, ct));
        hits.AddRange(Pages.Matching(typed, user));
        return new SearchHits(hits, parsed.InterpretedAs, parsed.Notices, parsed.Told);
    }

    private SearchHit Of(TicketRow row) => new(
        "ticket", row.Id.ToString(), row.Title, row.Reference,
        (user.May(Permissions.IncidentsWork) ? "/desk/tickets/" : "/help/requests/") + row.Reference,
        System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(row.State.ToString()));

    private async Task<IEnumerable<SearchHit>> PeopleAsync(string typed, CancellationToken ct)
    {
        var reached = PhoneDigits.In(typed) is { } digits
            ? SqlText.Of($" or u.id in (select r.id from users r where r.phone is not null and phone_has(r.phone, {digits}))") : SqlText.Empty;
        var (begins, within) = (SearchCompiler.Like(typed) + "%", "% " + SearchCompiler.Like(typed) + "%");
        var people = await db.QueryAsync<Person>(SqlText.Of($"""
            select u.id, u.name, u.user_name as UserName, u.email from users u
            where u.active and not u.is_service and (search_plain(u.name) ilike search_plain({begins}) or search_plain(u.name) ilike search_plain({within})
            or u.user_name ilike {begins} or u.email ilike {begins}{reached})
            order by u.name, u.id limit {SqlText.Raw($"{MostPeople}")}
            """), TicketLists.Patience, ct);
        return people.Select(p => new SearchHit("person", p.Id.ToString(), p.Name, p.Email ?? p.UserName, "/desk/queues/all?q=requester:" + p.UserName));
    }

    private sealed record Person
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public string UserName { get; init; } = "";
        public string? Email { get; init; }
    }
}

/// <summary>Pages of the client that can be gone to by name.</summary>
internal static class Pages
{
    private static readonly (string Path, string English, string French, string Permission)[] Known =
    [
        ("/help", "Help", "Aide", Permissions.SignedIn),
        ("/help/report", "Report a problem", "Signaler un problème", Permissions.IncidentsOpen),
        ("/help/requests", "My requests", "Mes demandes", Permissions.IncidentsRead),
        ("/desk", "My day", "Ma journée", Permissions.IncidentsWork),
        ("/desk/tickets/new", "New ticket", "Nouveau ticket", Permissions.IncidentsOpenForOthers),
        ("/lead", "Live wall", "Tableau de bord", Permissions.ReportsRead),
        ("/lead/sla", "Service levels", "Niveaux de service", Permissions.ReportsRead),
        ("/admin/teams", "Teams", "Équipes", Permissions.TeamsManage),
        ("/admin/roles", "Roles", "Rôles", Permissions.RolesManage),
        ("/admin/calendars", "Calendars", "Calendriers", Permissions.ServiceLevelsManage),
        ("/admin/audit", "Audit", "Audit", Permissions.AuditRead),
        ("/me", "My settings", "Mes préférences", Permissions.SignedIn),
    ];

    public static IEnumerable<SearchHit> Matching(string typed, ICurrentUser user)
    {
        var folded = SearchFields.Fold(typed);
        return folded.Length < 2 ? []
            : from page in Known.Concat(Views.BuiltInViews.For(user).Select(v => ("/desk/queues/" + v.Key, v.Name.En!, v.Name.Fr!, Permissions.IncidentsRead)))
              where user.May(page.Item4) && (SearchFields.Fold(page.Item2).Contains(folded) || SearchFields.Fold(page.Item3).Contains(folded))
              select new SearchHit("page", page.Item1, user.Language == "fr" ? page.Item3 : page.Item2, null, page.Item1);
    }
}
