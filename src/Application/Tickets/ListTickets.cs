using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Search;

namespace ServiceDesk.Application.Tickets;

/// <summary>
/// Tickets of every practice the caller sees. Filters narrow; one that is repeated (or has values separated by commas) means any of
/// its values.
/// </summary>
[Permission(Permissions.IncidentsRead)]
public sealed record ListTickets(
    string[]? State = null, string[]? Priority = null, string[]? Impact = null, string[]? Urgency = null, string[]? Practice = null, string[]? Channel = null,
    string[]? TeamId = null, string[]? AssigneeId = null, string[]? RequesterId = null, string[]? OpenedById = null, string[]? ServiceId = null,
    string[]? CategoryId = null, string[]? SiteId = null, string[]? Tag = null, string[]? Sla = null, string[]? ParentId = null, string[]? ExternalReference = null,
    bool? Open = null, bool? Major = null, DateTimeOffset? OpenedFrom = null, DateTimeOffset? OpenedTo = null, DateTimeOffset? ResolvedFrom = null,
    DateTimeOffset? ResolvedTo = null, DateTimeOffset? UpdatedSince = null, DateTimeOffset? DueFrom = null, DateTimeOffset? DueTo = null,
    string? Q = null, string? Sort = null, string? Cursor = null, int? Limit = null, bool? Count = null)
    : IQuery<Page<TicketRow>>;

internal sealed class ListTicketsValidator : AbstractValidator<ListTickets>
{
    public ListTicketsValidator()
    {
        RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
        RuleFor(x => x.Q).MaximumLength(SearchParser.MaxLength);
    }
}

internal sealed class ListTicketsHandler(TicketLists lists, SearchReader search) : IRequestHandler<ListTickets, Page<TicketRow>>
{
    public async Task<Page<TicketRow>> Handle(ListTickets request, CancellationToken ct)
    {
        var parsed = request.Q is null ? null : await search.ReadAsync(request.Q, ct);
        List<SearchNode> filters = [.. TicketFilters.Of(request)];
        if (parsed?.Root is { } asked)
            filters.Add(asked);

        var page = await lists.PageAsync(TicketListing.Of(filters, parsed, request.Sort, "-updatedAt", request.Cursor, request.Limit, request.Count), ct);
        return page.Explained(parsed);
    }
}
