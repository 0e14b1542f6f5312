using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Catalog;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Api.Endpoints;

internal static class CustomFieldEndpoints
{
    public static void MapCustomFields(this IEndpointRouteBuilder api)
    {
        var fields = api.MapGroup("/custom-fields").WithTags("Catalogue");
        fields.MapGet("/", List).WithName(nameof(ListCustomFields));
        fields.MapPost("/", Define).WithName(nameof(DefineCustomField));
        fields.MapGet("/{id:guid}", Get).WithName(nameof(GetCustomField));
        fields.MapPatch("/{id:guid}", Edit).WithName(nameof(EditCustomField));
    }

    /// <summary>The custom fields by key; with a practice, those its tickets have.</summary>
    private static async Task<Ok<Page<CustomFieldResponse>>> List([AsParameters] ListCustomFields query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    /// <summary>Adds a field to tickets; key and type are for good.</summary>
    private static async Task<Created<CustomFieldResponse>> Define(DefineCustomField body, ISender sender, CancellationToken ct)
    {
        var field = await sender.Send(body, ct);
        return TypedResults.Created($"/api/v1/custom-fields/{field.Id}", field);
    }

    /// <summary>One custom field.</summary>
    private static async Task<Ok<CustomFieldResponse>> Get(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetCustomField(id), ct));

    /// <summary>Changes it; values that tickets already hold stay.</summary>
    private static async Task<Ok<CustomFieldResponse>> Edit(Guid id, EditBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new EditCustomField(id)
        {
            Name = body.Name,
            Required = body.Required,
            Options = body.Options,
            Practice = body.Practice,
            Active = body.Active,
        }, ct));

    internal sealed record EditBody
    {
        public Optional<LocalizedText> Name { get; init; }
        public Optional<bool?> Required { get; init; }
        public Optional<IReadOnlyList<CustomFieldOptionBody>> Options { get; init; }
        public Optional<Practice?> Practice { get; init; }
        public Optional<bool?> Active { get; init; }
    }
}
