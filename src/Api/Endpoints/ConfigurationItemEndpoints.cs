using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Configuration;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Api.Endpoints;

internal static class ConfigurationItemEndpoints
{
    public static void MapConfigurationItems(this IEndpointRouteBuilder api)
    {
        var items = api.MapGroup("/configuration-items").WithTags("Configuration");
        items.MapGet("/", List).WithName(nameof(ListConfigurationItems));
        items.MapPost("/", Register).WithName(nameof(RegisterConfigurationItem));
        items.MapGet("/{id:guid}", Get).WithName(nameof(GetConfigurationItem));
        items.MapPatch("/{id:guid}", Edit).WithName(nameof(EditConfigurationItem));
    }

    /// <summary>The registry by name; q finds names that begin with it.</summary>
    private static async Task<Ok<Page<ConfigurationItemResponse>>> List(
        [AsParameters] ListConfigurationItems query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    /// <summary>Adds a configuration item.</summary>
    private static async Task<Created<ConfigurationItemResponse>> Register(
        RegisterConfigurationItem body, ISender sender, CancellationToken ct)
    {
        var item = await sender.Send(body, ct);
        return TypedResults.Created($"/api/v1/configuration-items/{item.Id}", item);
    }

    /// <summary>One configuration item.</summary>
    private static async Task<Ok<ConfigurationItemResponse>> Get(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetConfigurationItem(id), ct));

    /// <summary>Changes name, type, or whether it is offered.</summary>
    private static async Task<Ok<ConfigurationItemResponse>> Edit(Guid id, EditBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new EditConfigurationItem(id) { Name = body.Name, Type = body.Type, Active = body.Active }, ct));

    internal sealed record EditBody
    {
        public Optional<string> Name { get; init; }
        public Optional<string> Type { get; init; }
        public Optional<bool?> Active { get; init; }
    }
}
