using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.Catalog;

/// <summary>Adds a category.</summary>
[Permission(Permissions.CatalogManage)]
public sealed record DefineCategory : ICommand<CategoryResponse>
{
    public required LocalizedText Name { get; init; }

    /// <summary>Unique and for good; made of the name when it is left out.</summary>
    public string? Key { get; init; }
    public Guid? ParentId { get; init; }

    /// <summary>Where a ticket goes that is opened without a team.</summary>
    public Guid? DefaultTeamId { get; init; }
}

internal sealed class DefineCategoryValidator : AbstractValidator<DefineCategory>
{
    public DefineCategoryValidator()
    {
        RuleFor(x => x.Name).Label();
        RuleFor(x => x.Key).Key();
    }
}

internal sealed class DefineCategoryHandler(IServiceDeskDb db, ICurrentUser user, CategoryTree tree, TimeProvider clock)
    : IRequestHandler<DefineCategory, CategoryResponse>
{
    public Task<CategoryResponse> Handle(DefineCategory request, CancellationToken ct) => db.TogetherAsync(() => DefineAsync(request, ct), ct);

    private async Task<CategoryResponse> DefineAsync(DefineCategory request, CancellationToken ct)
    {
        CategoryId? parent = request.ParentId is { } id ? new CategoryId(id) : null;
        TeamId? team = request.DefaultTeamId is { } named ? new TeamId(named) : null;
        await tree.RequireParentAsync(null, parent, ct);
        await tree.RequireTeamAsync(team, ct);

        var category = Category.Define(request.Key ?? Labels.KeyOf(request.Name), request.Name, parent, clock.GetUtcNow(), team);
        db.Categories.Add(category);

        await db.SaveChangesAsync(ct);
        return CategoryResponse.Of(category, user.Language);
    }
}
