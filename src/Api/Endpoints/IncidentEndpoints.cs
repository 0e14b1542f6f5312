using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Incidents;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Api.Endpoints;

internal static class IncidentEndpoints
{
    public static void MapIncidents(this IEndpointRouteBuilder api)
    {
        var incidents = api.MapGroup("/incidents").WithTags("Incidents");
        incidents.MapPost("/", Open).WithName(nameof(OpenIncident));
        incidents.MapGet("/{id}", Get).WithName(nameof(GetIncident));
        incidents.MapPatch("/{id}", Update).WithName(nameof(UpdateIncident));
        incidents.MapPost("/{id}/assign", Assign).WithName(nameof(AssignIncident));
        incidents.MapPost("/{id}/start", Start).WithName(nameof(StartIncident));
        incidents.MapPost("/{id}/hold", Hold).WithName(nameof(HoldIncident));
        incidents.MapPost("/{id}/resume", Resume).WithName(nameof(ResumeIncident));
        incidents.MapPost("/{id}/resolve", Resolve).WithName(nameof(ResolveIncident));
        incidents.MapPost("/{id}/reopen", Reopen).WithName(nameof(ReopenIncident));
        incidents.MapPost("/{id}/close", Close).WithName(nameof(CloseIncident));
        incidents.MapPost("/{id}/cancel", Cancel).WithName(nameof(CancelIncident));
        incidents.MapPost("/{id}/override-priority", OverridePriority).WithName(nameof(OverrideIncidentPriority));
        incidents.MapPost("/{id}/tags", Tag).WithName(nameof(TagIncident));
        incidents.MapPost("/{id}/redact", Redact).WithName(nameof(RedactIncident));
    }

    /// <summary>Opens an incident. An employee is always their own requester.</summary>
    private static async Task<Created<IncidentResponse>> Open(OpenIncident body, ISender sender, CancellationToken ct)
    {
        var incident = await sender.Send(body, ct);
        return TypedResults.Created($"/api/v1/incidents/{incident.Id}", incident);
    }

    /// <summary>One incident, by id or reference.</summary>
    private static async Task<Ok<IncidentResponse>> Get(TicketKey id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetIncident(id), ct));

    /// <summary>Changes what is given, as one command (RFC 7396).</summary>
    private static async Task<Ok<IncidentResponse>> Update(TicketKey id, UpdateBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Of(id), ct));

    /// <summary>Gives it to a team, or to one of its members; without a member the assignee is cleared.</summary>
    private static async Task<Ok<IncidentResponse>> Assign(TicketKey id, AssignBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new AssignIncident(id, body.TeamId, body.AssigneeId), ct));

    /// <summary>Begins work; the caller becomes the assignee when there is none.</summary>
    private static async Task<Ok<IncidentResponse>> Start(TicketKey id, EmptyBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new StartIncident(id), ct));

    /// <summary>Puts it on hold for a reason; the policy says which reasons stop the clocks.</summary>
    private static async Task<Ok<IncidentResponse>> Hold(TicketKey id, HoldBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new HoldIncident(id, body.Reason, body.Until, body.Comment), ct));

    /// <summary>Ends the hold.</summary>
    private static async Task<Ok<IncidentResponse>> Resume(TicketKey id, EmptyBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ResumeIncident(id), ct));

    /// <summary>Says that service is restored, and how.</summary>
    private static async Task<Ok<IncidentResponse>> Resolve(TicketKey id, ResolveBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ResolveIncident(id, body.Code, body.Text, body.ConversationVersion), ct));

    /// <summary>Says that it was not solved after all.</summary>
    private static async Task<Ok<IncidentResponse>> Reopen(TicketKey id, TextBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ReopenIncident(id, body.Text), ct));

    /// <summary>The requester confirms that it is solved.</summary>
    private static async Task<Ok<IncidentResponse>> Close(TicketKey id, EmptyBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new CloseIncident(id), ct));

    /// <summary>Ends it without work, with a reason.</summary>
    private static async Task<Ok<IncidentResponse>> Cancel(TicketKey id, ReasonBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new CancelIncident(id, body.Reason), ct));

    /// <summary>Sets the priority by hand, with a reason; priority null takes it back.</summary>
    private static async Task<Ok<IncidentResponse>> OverridePriority(TicketKey id, PriorityBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new OverrideIncidentPriority(id, body.Priority, body.Reason), ct));

    /// <summary>Adds tags and takes some away, whatever others it has.</summary>
    private static async Task<Ok<IncidentResponse>> Tag(TicketKey id, TagBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new TagIncident(id, body.Add, body.Remove), ct));

    /// <summary>Removes words of it for good, wherever they are kept; a mark with the reason stays.</summary>
    private static async Task<Ok<IncidentResponse>> Redact(TicketKey id, RedactBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new RedactIncident(id, body.Parts, body.Title, body.Reason), ct));

    internal sealed record AssignBody(Guid TeamId, Guid? AssigneeId = null);

    internal sealed record HoldBody(PendingReason Reason, DateTimeOffset? Until = null, string? Comment = null);

    internal sealed record ResolveBody(ResolutionCode Code, string Text, long? ConversationVersion = null);

    internal sealed record TagBody(IReadOnlyList<string>? Add = null, IReadOnlyList<string>? Remove = null);

    /// <summary>What is removed; with the part title, what it is called instead.</summary>
    internal sealed record RedactBody(IReadOnlyList<RedactedPart> Parts, string Reason, string? Title = null);

    internal sealed record PriorityBody(Priority? Priority, string? Reason = null);

    internal sealed record UpdateBody
    {
        public Optional<string> Title { get; init; }

        /// <summary>Markdown.</summary>
        public Optional<string> Description { get; init; }
        public Optional<Impact?> Impact { get; init; }
        public Optional<Urgency?> Urgency { get; init; }
        public Optional<Guid?> ServiceId { get; init; }
        public Optional<Guid?> CategoryId { get; init; }
        public Optional<Guid?> SiteId { get; init; }
        public Optional<IReadOnlyList<string>> Tags { get; init; }

        /// <summary>Merged member by member; null removes a field.</summary>
        public Optional<JsonElement?> CustomFields { get; init; }
        public Optional<bool?> Restricted { get; init; }
        public Optional<Guid?> ParentId { get; init; }
        public Optional<IReadOnlyList<Guid>> ConfigurationItemIds { get; init; }
        public Optional<Guid?> RequesterId { get; init; }

        public UpdateIncident Of(TicketKey id) => new(id)
        {
            Title = Title,
            Description = Description,
            Impact = Impact,
            Urgency = Urgency,
            ServiceId = ServiceId,
            CategoryId = CategoryId,
            SiteId = SiteId,
            Tags = Tags,
            CustomFields = CustomFields,
            Restricted = Restricted,
            ParentId = ParentId,
            ConfigurationItemIds = ConfigurationItemIds,
            RequesterId = RequesterId,
        };
    }
}

/// <summary>A command that needs nothing said: {}.</summary>
internal sealed record EmptyBody;

internal sealed record TextBody(string Text);

internal sealed record ReasonBody(string Reason);
