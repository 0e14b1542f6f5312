using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Search;
using ServiceDesk.Domain.Views;

namespace ServiceDesk.Application.Views;

/// <summary>Changes a saved view; members that are not there stay as they are.</summary>
[Permission(Permissions.IncidentsRead)]
public sealed record UpdateView(
    Guid Id, Optional<string> Name, Optional<string> Query, Optional<string> Sort, Optional<IReadOnlyList<string>> Columns, Optional<Guid?> TeamId,
    Optional<bool> Pinned) : ICommand<ViewResponse>;

internal sealed class UpdateViewValidator : AbstractValidator<UpdateView>
{
    public UpdateViewValidator()
    {
        When(x => x.Name.IsPresent, () => RuleFor(x => x.Name.Value).NotEmpty().MaximumLength(SavedView.NameMaxLength).OverridePropertyName("name"));
        When(x => x.Query.IsPresent, () => RuleFor(x => x.Query.Value).NotNull().MaximumLength(SearchParser.MaxLength).OverridePropertyName("query"));
        When(x => x.Columns.IsPresent, () => RuleFor(x => x.Columns.Value)
            .Must(c => c is { Count: > 0 and <= SavedView.MaxColumns }).WithMessage($"One to {SavedView.MaxColumns} columns.").OverridePropertyName("columns"));
        When(x => x.Columns.IsPresent, () => RuleFor(x => x.Columns.Value).KnownColumns());
    }
}

internal sealed class UpdateViewHandler(IServiceDeskDb db, IRequestConditions conditions, ViewRules rules, ViewReader reader, SearchReader search)
    : IRequestHandler<UpdateView, ViewResponse>
{
    public async Task<ViewResponse> Handle(UpdateView request, CancellationToken ct)
    {
        rules.RequireOwnAccount();
        var id = new ViewId(request.Id);
        var view = await reader.Visible().ForCommandAsync(v => v.Id == id, "The view", new GetView(request.Id.ToString()), conditions, ct);
        rules.RequireOwner(view);

        view.Change(new ViewContent(
            request.Name.Or(view.Name)!,
            request.Query.IsPresent ? ViewFilter.Write(ViewFilter.Of(await search.ReadAsync(request.Query.Value!, ct))) : view.Filter,
            request.Sort.IsPresent ? ViewRules.Sort(request.Sort.Value) : view.Sort,
            request.Columns.Or(view.Columns)!,
            request.TeamId.IsPresent ? rules.Share(request.TeamId.Value) : view.TeamId,
            request.Pinned.Or(view.Pinned)));

        await db.SaveChangesAsync(ct);
        return (await reader.GetAsync(request.Id.ToString(), ct)).Response;
    }
}

/// <summary>Deletes a saved view; the tickets in it are not touched.</summary>
[Permission(Permissions.IncidentsRead)]
public sealed record DeleteView(Guid Id) : ICommand<Unit>;

internal sealed class DeleteViewHandler(IServiceDeskDb db, IRequestConditions conditions, ViewRules rules, ViewReader reader)
    : IRequestHandler<DeleteView, Unit>
{
    public async Task<Unit> Handle(DeleteView request, CancellationToken ct)
    {
        rules.RequireOwnAccount();
        var id = new ViewId(request.Id);
        var view = await reader.Visible().ForCommandAsync(v => v.Id == id, "The view", new GetView(request.Id.ToString()), conditions, ct);
        rules.RequireOwner(view);

        db.Set<SavedView>().Remove(view);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
