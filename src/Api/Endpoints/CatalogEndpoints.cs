using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Catalog;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;

namespace ServiceDesk.Api.Endpoints;

internal static class CatalogEndpoints
{
    public static void MapCatalog(this IEndpointRouteBuilder api)
    {
        var categories = api.MapGroup("/categories").WithTags("Catalogue");
        categories.MapGet("/", Categories).WithName(nameof(ListCategories));
        categories.MapPost("/", AddCategory).WithName(nameof(DefineCategory));
        categories.MapGet("/{id:guid}", Category).WithName(nameof(GetCategory));
        categories.MapPatch("/{id:guid}", ChangeCategory).WithName(nameof(EditCategory));

        var services = api.MapGroup("/services").WithTags("Catalogue");
        services.MapGet("/", Services).WithName(nameof(ListServices));
        services.MapPost("/", AddService).WithName(nameof(DefineService));
        services.MapGet("/{id:guid}", Service).WithName(nameof(GetService));
        services.MapPatch("/{id:guid}", ChangeService).WithName(nameof(EditService));
    }

    /// <summary>The categories by key; the tree is in their parentId.</summary>
    private static async Task<Ok<Page<CategoryResponse>>> Categories(
        [AsParameters] ListCategories query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    /// <summary>Adds a category.</summary>
    private static async Task<Created<CategoryResponse>> AddCategory(DefineCategory body, ISender sender, CancellationToken ct)
    {
        var category = await sender.Send(body, ct);
        return TypedResults.Created($"/api/v1/categories/{category.Id}", category);
    }

    /// <summary>One category.</summary>
    private static async Task<Ok<CategoryResponse>> Category(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetCategory(id), ct));

    /// <summary>Changes name, place in the tree, or whether it is offered.</summary>
    private static async Task<Ok<CategoryResponse>> ChangeCategory(Guid id, CategoryBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new EditCategory(id) { Name = body.Name, ParentId = body.ParentId, DefaultTeamId = body.DefaultTeamId, Active = body.Active }, ct));

    /// <summary>The services by key.</summary>
    private static async Task<Ok<Page<ServiceResponse>>> Services(
        [AsParameters] ListServices query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    /// <summary>Adds a service.</summary>
    private static async Task<Created<ServiceResponse>> AddService(DefineService body, ISender sender, CancellationToken ct)
    {
        var service = await sender.Send(body, ct);
        return TypedResults.Created($"/api/v1/services/{service.Id}", service);
    }

    /// <summary>One service.</summary>
    private static async Task<Ok<ServiceResponse>> Service(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetService(id), ct));

    /// <summary>Changes the name, or whether it is offered.</summary>
    private static async Task<Ok<ServiceResponse>> ChangeService(Guid id, ServiceBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new EditService(id) { Name = body.Name, Active = body.Active }, ct));

    internal sealed record CategoryBody
    {
        public Optional<LocalizedText> Name { get; init; }
        public Optional<Guid?> ParentId { get; init; }

        /// <summary>Where a ticket goes that is opened without a team; null is nowhere.</summary>
        public Optional<Guid?> DefaultTeamId { get; init; }
        public Optional<bool?> Active { get; init; }
    }

    internal sealed record ServiceBody
    {
        public Optional<LocalizedText> Name { get; init; }
        public Optional<bool?> Active { get; init; }
    }
}
