using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using ServiceDesk.Api.Hosting;
using ServiceDesk.Api.Limits;
using ServiceDesk.Api.Problems;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Imports;
using ServiceDesk.Application.Messaging;
using HttpJsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace ServiceDesk.Api.Endpoints;

internal static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder api)
    {
        var imports = api.MapGroup("/imports").WithTags("Imports");
        imports.MapPost("/", Start).WithName(nameof(StartImport)).DisableAntiforgery().WithRequestTimeout(TimeLimits.Upload)
            .WithFormOptions(multipartBodyLengthLimit: RequestLimits.Import).WithMetadata(new RequestSizeLimitAttribute(RequestLimits.Import));
        imports.MapGet("/", List).WithName(nameof(ListImports));
        imports.MapGet("/{id:guid}", Get).WithName(nameof(GetImport));
        imports.MapGet("/{id:guid}/rejections", Rejections).WithName(nameof(ListRejections));
    }

    /// <summary>
    /// Takes in a file of another system; a server imports it in the background. `options` is JSON: { policyId?, timeZone?, source? }.
    /// </summary>
    private static async Task<Accepted<ImportResponse>> Start(
        IFormFile file, [FromForm] string profile, [FromForm] string? options, ISender sender, IOptions<HttpJsonOptions> json, CancellationToken ct)
    {
        var asked = Parse(options, json.Value.SerializerOptions);
        await using var content = file.OpenReadStream();
        var import = await sender.Send(
            new StartImport(profile, file.FileName, file.Length, content) { PolicyId = asked.PolicyId, TimeZone = asked.TimeZone, Source = asked.Source }, ct);
        return TypedResults.Accepted($"/api/v1/imports/{import.Id}", import);
    }

    /// <summary>The imports, the newest first.</summary>
    private static async Task<Ok<Page<ImportSummary>>> List([AsParameters] ListImports query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    /// <summary>How far an import is, and the first thousand rows it could not take.</summary>
    private static async Task<Ok<ImportResponse>> Get(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetImport(id), ct));

    /// <summary>Every row that an import could not take.</summary>
    private static async Task<Ok<Page<RejectedRow>>> Rejections(Guid id, ISender sender, CancellationToken ct, string? cursor = null, int limit = Paging.DefaultLimit) =>
        TypedResults.Ok(await sender.Send(new ListRejections(id, cursor, limit), ct));

    private static OptionsBody Parse(string? options, JsonSerializerOptions format)
    {
        if (string.IsNullOrWhiteSpace(options))
            return new OptionsBody();

        try
        {
            return JsonSerializer.Deserialize<OptionsBody>(options, format) ?? new OptionsBody();
        }
        catch (JsonException e)
        {
            throw MalformedRequest.Within("options", e, ProblemCodes.Malformed);
        }
    }

    internal sealed record OptionsBody(Guid? PolicyId = null, string? TimeZone = null, string? Source = null);
}
