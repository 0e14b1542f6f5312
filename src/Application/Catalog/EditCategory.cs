using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.Catalog;

/// <summary>Changes a category; one that is not active is offered no more but stays where it is used.</summary>
[Permission(Permissions.CatalogManage)]
public sealed record EditCategory(Guid Id) : ICommand<CategoryResponse>
{
    public Optional<LocalizedText> Name { get; init; }
    public Optional<Guid?> ParentId { get; init; }
    public Optional<Guid?> DefaultTeamId { get; init; }
    public Optional<bool?> Active { get; init; }
}

internal sealed class EditCategoryValidator : AbstractValidator<EditCategory>
{
    public EditCategoryValidator()
    {
        RuleFor(x => x.Name).Label();
        RuleFor(x => x.Active).Must(a => !a.IsPresent || a.Value is not null).WithMessage("It cannot be left empty.");
    }
}

internal sealed class EditCategoryHandler(IServiceDeskDb db, ICurrentUser user, CategoryTree tree, IRequestConditions conditions)
    : IRequestHandler<EditCategory, CategoryResponse>
{
    public Task<CategoryResponse> Handle(EditCategory request, CancellationToken ct) => db.TogetherAsync(() => EditAsync(request, ct), ct);

    private async Task<CategoryResponse> EditAsync(EditCategory request, CancellationToken ct)
    {
        var id = new CategoryId(request.Id);
        var category = await db.Categories.ForCommandAsync(x => x.Id == id, "The category", new GetCategory(request.Id), conditions, ct);

        CategoryId? given = request.ParentId.Value is { } named ? new CategoryId(named) : null;
        var parent = request.ParentId.IsPresent ? given : category.ParentId;
        if (parent != category.ParentId)
            await tree.RequireParentAsync(id, parent, ct);

        TeamId? wanted = request.DefaultTeamId.Value is { } group ? new TeamId(group) : null;
        var team = request.DefaultTeamId.IsPresent ? wanted : category.DefaultTeamId;
        if (team != category.DefaultTeamId)
            await tree.RequireTeamAsync(team, ct);
        category.Describe(request.Name.Or(category.Name)!, parent, team, request.Active.Value ?? category.Active);

        await db.SaveChangesAsync(ct);
        return CategoryResponse.Of(category, user.Language);
    }
}
