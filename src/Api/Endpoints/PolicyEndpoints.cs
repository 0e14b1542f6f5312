using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.ServiceLevels;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Api.Endpoints;

internal static class PolicyEndpoints
{
    public static void MapPolicies(this IEndpointRouteBuilder api)
    {
        var policies = api.MapGroup("/service-levels/policies").WithTags("Service levels");
        policies.MapGet("/", List).WithName(nameof(ListPolicies));
        policies.MapPost("/", Introduce).WithName(nameof(IntroducePolicy));
        policies.MapGet("/{id:guid}", Get).WithName(nameof(GetPolicy));
        policies.MapPatch("/{id:guid}", Edit).WithName(nameof(EditPolicy));
        policies.MapGet("/{id:guid}/versions", Versions).WithName(nameof(ListPolicyVersions));
        policies.MapPost("/{id:guid}/publish", Publish).WithName(nameof(PublishPolicy));
        policies.MapPost("/{id:guid}/discard-draft", Discard).WithName(nameof(DiscardPolicyDraft));
        policies.MapPost("/{id:guid}/deactivate", Deactivate).WithName(nameof(DeactivatePolicy));
        policies.MapPost("/{id:guid}/reactivate", Reactivate).WithName(nameof(ReactivatePolicy));
    }

    /// <summary>The policies in the order in which they are tried.</summary>
    private static async Task<Ok<Page<PolicyResponse>>> List([AsParameters] ListPolicies query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    /// <summary>Adds a policy and publishes its first version for new tickets at once.</summary>
    private static async Task<Created<PolicyResponse>> Introduce(IntroducePolicy body, ISender sender, CancellationToken ct)
    {
        var policy = await sender.Send(body, ct);
        return TypedResults.Created($"/api/v1/service-levels/policies/{policy.Id}", policy);
    }

    /// <summary>One policy with its draft.</summary>
    private static async Task<Ok<PolicyResponse>> Get(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetPolicy(id), ct));

    /// <summary>Changes name and order at once; anything else becomes the draft of the next version.</summary>
    private static async Task<Ok<PolicyResponse>> Edit(Guid id, EditBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new EditPolicy(id)
        {
            Name = body.Name,
            Order = body.Order,
            When = body.When,
            CalendarId = body.CalendarId,
            Targets = body.Targets,
            PauseOn = body.PauseOn,
            Alarms = body.Alarms,
            FirstResponseBy = body.FirstResponseBy,
        }, ct));

    /// <summary>The versions, the latest first; a draft leads them.</summary>
    private static async Task<Ok<Page<PolicyVersionResponse>>> Versions(
        Guid id, ISender sender, CancellationToken ct, int limit = Paging.DefaultLimit, string? cursor = null) =>
        TypedResults.Ok(await sender.Send(new ListPolicyVersions(id, limit, cursor), ct));

    /// <summary>Publishes the draft, for new tickets or for the open ones as well.</summary>
    private static async Task<Ok<PolicyResponse>> Publish(Guid id, PublishBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new PublishPolicy(id, body.Reach), ct));

    /// <summary>Throws the draft away.</summary>
    private static async Task<Ok<PolicyResponse>> Discard(Guid id, EmptyBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new DiscardPolicyDraft(id), ct));

    /// <summary>No ticket gets it any more; clocks that run under it go on.</summary>
    private static async Task<Ok<PolicyResponse>> Deactivate(Guid id, EmptyBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new DeactivatePolicy(id), ct));

    /// <summary>New tickets get it again.</summary>
    private static async Task<Ok<PolicyResponse>> Reactivate(Guid id, EmptyBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ReactivatePolicy(id), ct));

    internal sealed record EditBody
    {
        public Optional<string> Name { get; init; }
        public Optional<int?> Order { get; init; }
        public Optional<ConditionsPatch> When { get; init; }
        public Optional<Guid?> CalendarId { get; init; }
        public Optional<TargetsPatch> Targets { get; init; }
        public Optional<IReadOnlyList<PendingReason>> PauseOn { get; init; }
        public Optional<IReadOnlyList<AlarmBody>> Alarms { get; init; }
        public Optional<FirstResponseBy?> FirstResponseBy { get; init; }
    }

    /// <summary>New tickets only unless open is said.</summary>
    internal sealed record PublishBody(PolicyReach Reach = PolicyReach.New);
}
