using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.People;

namespace ServiceDesk.Api.Endpoints;

internal static class TeamEndpoints
{
    public static void MapTeams(this IEndpointRouteBuilder api)
    {
        var teams = api.MapGroup("/teams").WithTags("People");
        teams.MapGet("/", List).WithName(nameof(ListTeams));
        teams.MapPost("/", Create).WithName(nameof(CreateTeam));
        teams.MapGet("/{id:guid}", Get).WithName(nameof(GetTeam));
        teams.MapPatch("/{id:guid}", Update).WithName(nameof(UpdateTeam));
        teams.MapPost("/{id:guid}/members", Add).WithName(nameof(AddTeamMember));
        teams.MapDelete("/{id:guid}/members/{userId:guid}", Remove).WithName(nameof(RemoveTeamMember));
    }

    /// <summary>Teams by key.</summary>
    private static async Task<Ok<Page<TeamRow>>> List([AsParameters] ListTeams query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    /// <summary>Forms a team.</summary>
    private static async Task<Created<TeamResponse>> Create(CreateTeam body, ISender sender, CancellationToken ct)
    {
        var team = await sender.Send(body, ct);
        return TypedResults.Created($"/api/v1/teams/{team.Id}", team);
    }

    /// <summary>One team with its members.</summary>
    private static async Task<Ok<TeamResponse>> Get(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetTeam(id), ct));

    /// <summary>Renames it, names its lead, takes it out of use or back: a merge patch.</summary>
    private static async Task<Ok<TeamResponse>> Update(Guid id, TeamPatch body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new UpdateTeam(id, body), ct));

    /// <summary>Takes a person in.</summary>
    private static async Task<Ok<TeamResponse>> Add(Guid id, MemberBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new AddTeamMember(id, body.UserId), ct));

    /// <summary>Takes a person out; their open tickets of the team go back to its queue.</summary>
    private static async Task<NoContent> Remove(Guid id, Guid userId, ISender sender, CancellationToken ct)
    {
        await sender.Send(new RemoveTeamMember(id, userId), ct);
        return TypedResults.NoContent();
    }

    internal sealed record MemberBody(Guid UserId);
}
