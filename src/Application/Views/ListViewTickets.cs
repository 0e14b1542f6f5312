using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Search;
using ServiceDesk.Application.Tickets;

namespace ServiceDesk.Application.Views;

/// <summary>What is in a view, as the caller may see it; q narrows it further.</summary>
[Permission(Permissions.IncidentsRead)]
public sealed record ListViewTickets(string Id, string? Q, string? Sort, string? Cursor, int? Limit, bool? Count) : IQuery<Page<TicketRow>>;

internal sealed class ListViewTicketsValidator : AbstractValidator<ListViewTickets>
{
    public ListViewTicketsValidator()
    {
        RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
        RuleFor(x => x.Q).MaximumLength(SearchParser.MaxLength);
    }
}

internal sealed class ListViewTicketsHandler(ViewReader views, TicketLists lists, SearchReader search) : IRequestHandler<ListViewTickets, Page<TicketRow>>
{
    public async Task<Page<TicketRow>> Handle(ListViewTickets request, CancellationToken ct)
    {
        var view = await views.GetAsync(request.Id, ct);
        var parsed = request.Q is null ? null : await search.ReadAsync(request.Q, ct);
        List<SearchNode> filters = [view.Filter];
        if (parsed?.Root is { } asked)
            filters.Add(asked);

        var listing = TicketListing.Of(filters, parsed, request.Sort, view.Response.Sort, request.Cursor, request.Limit, request.Count);
        var bounded = listing with { Searched = listing.Searched || !view.Response.BuiltIn };
        return (await lists.PageAsync(bounded, ct)).Explained(parsed);
    }
}
