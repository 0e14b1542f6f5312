using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Incidents;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Api.Endpoints;

/// <summary>What makes one incident of two and two of one, and major incidents.</summary>
internal static class IncidentRelationEndpoints
{
    public static void MapIncidentRelations(this IEndpointRouteBuilder api)
    {
        var incident = api.MapGroup("/incidents/{id}").WithTags("Incidents");
        incident.MapPost("/merge", Merge).WithName(nameof(MergeIncident));
        incident.MapPost("/unmerge", Unmerge).WithName(nameof(UnmergeIncident));
        incident.MapPost("/split", Split).WithName(nameof(SplitIncident));
        incident.MapPost("/follow-up", FollowUp).WithName(nameof(FollowUpIncident));
        incident.MapPost("/resolve-children", ResolveChildren).WithName(nameof(ResolveIncidentChildren));
        incident.MapPost("/nudge", Nudge).WithName(nameof(NudgeIncident));
        incident.MapPost("/declare-major", DeclareMajor).WithName(nameof(DeclareMajorIncident));
        incident.MapPost("/major/updates", UpdateMajor).WithName(nameof(UpdateMajorIncident));
        incident.MapPost("/join", Join).WithName(nameof(JoinMajorIncident)).Produces<IncidentResponse>();
        api.MapGroup("/major-incidents").WithTags("Incidents").MapGet("/", Majors).WithName(nameof(ListMajorIncidents));
    }

    /// <summary>Closes it as a duplicate of another, by id or reference, where the work goes on.</summary>
    private static async Task<Ok<IncidentResponse>> Merge(TicketKey id, MergeBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new MergeIncident(id, Key(body.IntoId)), ct));

    /// <summary>Takes a merge back within 30 days.</summary>
    private static async Task<Ok<IncidentResponse>> Unmerge(TicketKey id, EmptyBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new UnmergeIncident(id), ct));

    /// <summary>Makes a new incident from one of its messages; answers the new one.</summary>
    private static async Task<Created<IncidentResponse>> Split(TicketKey id, SplitBody body, ISender sender, CancellationToken ct) =>
        Opened(await sender.Send(new SplitIncident(id, body.CommentId, body.Title), ct));

    /// <summary>Opens a new incident that goes on where a closed one ended; answers the new one.</summary>
    private static async Task<Created<IncidentResponse>> FollowUp(TicketKey id, FollowUpBody body, ISender sender, CancellationToken ct) =>
        Opened(await sender.Send(new FollowUpIncident(id, body.Title, body.Description), ct));

    /// <summary>Resolves its open children with one resolution and reports child by child.</summary>
    private static async Task<Ok<ChildrenResolved>> ResolveChildren(TicketKey id, ResolutionBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ResolveIncidentChildren(id, body.Code, body.Text), ct));

    /// <summary>The requester asks how it goes; at most once an hour.</summary>
    private static async Task<Ok<IncidentResponse>> Nudge(TicketKey id, EmptyBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new NudgeIncident(id), ct));

    /// <summary>Makes it a major incident with a lead and a summary everybody can read.</summary>
    private static async Task<Ok<IncidentResponse>> DeclareMajor(TicketKey id, MajorBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new DeclareMajorIncident(id, body.LeadId, body.Summary), ct));

    /// <summary>Tells everybody what is known of a major incident, and when the next update comes.</summary>
    private static async Task<Ok<IncidentResponse>> UpdateMajor(TicketKey id, MajorUpdateBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new UpdateMajorIncident(id, body.Status, body.NextUpdate), ct));

    /// <summary>"Me too": follows a major incident, or puts the caller's own ticket below it.</summary>
    private static async Task<IResult> Join(TicketKey id, JoinBody body, ISender sender, CancellationToken ct)
    {
        var joined = await sender.Send(new JoinMajorIncident(id, body.TicketId is { } ticket ? Key(ticket) : null), ct);
        return joined.Ticket is { } ticketOrMajor ? TypedResults.Ok(ticketOrMajor) : TypedResults.Ok(joined.Notice);
    }

    /// <summary>The major incidents of now, as everybody may know them.</summary>
    private static async Task<Ok<Page<MajorIncidentNotice>>> Majors([AsParameters] ListMajorIncidents query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    private static Created<IncidentResponse> Opened(IncidentResponse incident) => TypedResults.Created($"/api/v1/incidents/{incident.Id}", incident);

    private static TicketKey Key(string text)
    {
        TicketKey.TryParse(text, null, out var key);
        return key;
    }

    internal sealed record MergeBody(string IntoId);

    internal sealed record SplitBody(Guid CommentId, string Title);

    internal sealed record FollowUpBody(string? Title = null, string? Description = null);

    internal sealed record ResolutionBody(ResolutionCode Code, string Text);

    internal sealed record MajorBody(Guid LeadId, string Summary);

    internal sealed record MajorUpdateBody(string Status, DateTimeOffset? NextUpdate = null);

    internal sealed record JoinBody(string? TicketId = null);
}
