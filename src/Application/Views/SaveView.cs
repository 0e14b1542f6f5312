using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Search;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Views;

namespace ServiceDesk.Application.Views;

/// <summary>Saves a query as a view. It must be understood in full: what would be read as plain words for want of sense is refused.</summary>
[Permission(Permissions.IncidentsRead)]
public sealed record SaveView(
    string Name, string Query, string? Sort = null, IReadOnlyList<string>? Columns = null, Guid? TeamId = null, bool? Pinned = null) : ICommand<ViewResponse>;

internal sealed class SaveViewValidator : AbstractValidator<SaveView>
{
    public SaveViewValidator()
    {
        RuleFor(x => x.Name).NotEmpty().MaximumLength(SavedView.NameMaxLength);
        RuleFor(x => x.Query).NotNull().MaximumLength(SearchParser.MaxLength);
        RuleFor(x => x.Columns).Must(c => c is null || c.Count <= SavedView.MaxColumns).WithMessage($"At most {SavedView.MaxColumns} columns.");
        RuleFor(x => x.Columns).KnownColumns();
    }
}

internal sealed class SaveViewHandler(IServiceDeskDb db, ICurrentUser user, ViewRules rules, ViewReader reader, SearchReader search, TimeProvider clock)
    : IRequestHandler<SaveView, ViewResponse>
{
    public async Task<ViewResponse> Handle(SaveView request, CancellationToken ct)
    {
        rules.RequireOwnAccount();
        if (await db.Set<SavedView>().CountAsync(v => v.OwnerId == user.Id, ct) >= ViewReader.Most)
            throw new RuleViolationException("view.too_many", $"You have {ViewReader.Most} views already. Delete one you no longer use.");

        var content = new ViewContent(
            request.Name, ViewFilter.Write(ViewFilter.Of(await search.ReadAsync(request.Query, ct))), ViewRules.Sort(request.Sort), request.Columns ?? BuiltInViews.Columns,
            rules.Share(request.TeamId), request.Pinned ?? false);
        var view = SavedView.Save(user.Id, content, clock.GetUtcNow());
        db.Set<SavedView>().Add(view);

        await db.SaveChangesAsync(ct);
        return (await reader.GetAsync(view.Id.Value.ToString(), ct)).Response;
    }
}

/// <summary>Who may share what, and in which orders a view can be.</summary>
public sealed class ViewRules(ICurrentUser user)
{
    public static string Sort(string? sort)
    {
        var parsed = TicketSort.Parse(sort ?? "-updatedAt");
        return !parsed.IsByRelevance ? sort ?? "-updatedAt"
            : throw new MalformedRequestException("sort.unsupported", "sort", "A view has an order of its own; relevance is for searches.");
    }

    public TeamId? Share(Guid? team)
    {
        if (team is not { } id)
            return null;
        if (!user.May(Permissions.ViewsShare))
            throw new ForbiddenException(Permissions.ViewsShare);

        return user.TeamIds.Contains(new TeamId(id)) ? new TeamId(id)
            : throw RuleViolationException.Meaning("view.not_your_team", "A view is shared with a team you are a member of.");
    }

    /// <summary>A view belongs to a person: a token that is limited to their tickets does not change it.</summary>
    public void RequireOwnAccount()
    {
        if (!user.May(Permissions.SignedIn))
            throw new ForbiddenException(Permissions.SignedIn);
    }

    public void RequireOwner(SavedView view)
    {
        if (view.OwnerId != user.Id)
            throw new RuleViolationException("view.not_yours", "Only who saved a view can change it. Save a copy of your own.", RuleKind.Right);
    }
}
