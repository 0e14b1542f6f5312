using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.People;

namespace ServiceDesk.Api.Endpoints;

internal static class SiteEndpoints
{
    public static void MapSites(this IEndpointRouteBuilder api)
    {
        var sites = api.MapGroup("/sites").WithTags("People");
        sites.MapGet("/", List).WithName(nameof(ListSites));
        sites.MapPost("/", Create).WithName(nameof(CreateSite));
        sites.MapGet("/{id:guid}", Get).WithName(nameof(GetSite));
        sites.MapPatch("/{id:guid}", Update).WithName(nameof(UpdateSite));
        var departments = api.MapGroup("/departments").WithTags("People");
        departments.MapGet("/", ListAll).WithName(nameof(ListDepartments));
        departments.MapPost("/", CreateOne).WithName(nameof(CreateDepartment));
        departments.MapGet("/{id:guid}", GetOne).WithName(nameof(GetDepartment));
        departments.MapPatch("/{id:guid}", UpdateOne).WithName(nameof(UpdateDepartment));
    }

    /// <summary>Sites by name.</summary>
    private static async Task<Ok<Page<SiteResponse>>> List([AsParameters] ListSites query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    /// <summary>Adds a site.</summary>
    private static async Task<Created<SiteResponse>> Create(CreateSite body, ISender sender, CancellationToken ct)
    {
        var site = await sender.Send(body, ct);
        return TypedResults.Created($"/api/v1/sites/{site.Id}", site);
    }

    /// <summary>One site.</summary>
    private static async Task<Ok<SiteResponse>> Get(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetSite(id), ct));

    /// <summary>Changes a site: a merge patch.</summary>
    private static async Task<Ok<SiteResponse>> Update(Guid id, SitePatch body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new UpdateSite(id, body), ct));

    /// <summary>Departments by name.</summary>
    private static async Task<Ok<Page<DepartmentResponse>>> ListAll([AsParameters] ListDepartments query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    /// <summary>Adds a department.</summary>
    private static async Task<Created<DepartmentResponse>> CreateOne(CreateDepartment body, ISender sender, CancellationToken ct)
    {
        var department = await sender.Send(body, ct);
        return TypedResults.Created($"/api/v1/departments/{department.Id}", department);
    }

    /// <summary>One department.</summary>
    private static async Task<Ok<DepartmentResponse>> GetOne(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetDepartment(id), ct));

    /// <summary>Changes a department: a merge patch.</summary>
    private static async Task<Ok<DepartmentResponse>> UpdateOne(Guid id, DepartmentPatch body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new UpdateDepartment(id, body), ct));
}
