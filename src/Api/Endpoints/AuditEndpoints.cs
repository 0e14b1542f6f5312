using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Audit;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Api.Endpoints;

internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder api) =>
        api.MapGroup("/audit").WithTags("Audit").MapGet("/", List).WithName(nameof(ListAudit));

    /// <summary>The audit trail, newest first.</summary>
    private static async Task<Ok<Page<AuditEntryResponse>>> List([AsParameters] ListAudit query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));
}
