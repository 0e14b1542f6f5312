using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using ServiceDesk.Api.Idempotency;
using ServiceDesk.Api.Problems;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Incidents;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Idempotency;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Api.Endpoints;

/// <summary>
/// The same command to many tickets: through the same use cases, one scope and one transaction for each, so that one refusal stops no
/// other.
/// </summary>
[RefusesNobody]
internal sealed class TicketBulk(IServiceScopeFactory scopes, Caller caller, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, ILogger<ProblemMiddleware> log)
{
    public const int Most = 200;
    private const string KeyReused = "idempotency.key_reused";

    private static readonly Dictionary<string, Make> Actions = new()
    {
        ["assign"] = Taking<IncidentEndpoints.AssignBody>((key, body) => new AssignIncident(key, body.TeamId, body.AssigneeId)),
        ["start"] = Taking<EmptyBody>((key, _) => new StartIncident(key)),
        ["hold"] = Taking<IncidentEndpoints.HoldBody>((key, body) => new HoldIncident(key, body.Reason, body.Until, body.Comment)),
        ["resume"] = Taking<EmptyBody>((key, _) => new ResumeIncident(key)),
        ["resolve"] = Taking<IncidentEndpoints.ResolveBody>((key, body) => new ResolveIncident(key, body.Code, body.Text, null)),
        ["reopen"] = Taking<TextBody>((key, body) => new ReopenIncident(key, body.Text)),
        ["close"] = Taking<EmptyBody>((key, _) => new CloseIncident(key)),
        ["cancel"] = Taking<ReasonBody>((key, body) => new CancelIncident(key, body.Reason)),
        ["override-priority"] = Taking<IncidentEndpoints.PriorityBody>((key, body) => new OverrideIncidentPriority(key, body.Priority, body.Reason)),
        ["tag"] = Taking<IncidentEndpoints.TagBody>((key, body) => new TagIncident(key, body.Add, body.Remove)),
        ["comment"] = Saying((key, body) => new AddIncidentComment(key, body.Body, body.Visibility, null, null)),
    };

    private delegate Doing Make(TicketKey key, JsonElement arguments, JsonSerializerOptions options);

    private delegate Task<TicketStanding> Doing(ISender sender, CancellationToken ct);

    /// <summary>With a key each item is kept under a key of its own, so that a repeat after an interruption does only what was not done.</summary>
    public async Task<BulkAnswer> RunAsync(BulkBody body, IdempotentCall? call, CancellationToken ct)
    {
        if (!caller.User.IsAuthenticated)
            throw new UnauthenticatedException();
        if (body.Ids.Count is 0 or > Most)
            throw new MalformedRequestException("bulk.ids", "ids", $"One to {Most} ids.");
        if (!Actions.TryGetValue(body.Action, out var make))
            throw new MalformedRequestException("bulk.action", "action", $"There is no action '{body.Action}'. Known: {string.Join(", ", Actions.Keys)}.");

        var arguments = body.Arguments ?? JsonElement.Parse("{}");
        List<BulkResult> results = [];
        foreach (var id in body.Ids.Distinct())
        {
            TicketKey.TryParse(id, null, out var key);
            results.Add(await OneAsync(id, make(key, arguments, json.Value.SerializerOptions), body.DryRun ?? false, call, ct));
        }

        return new BulkAnswer(results, body.DryRun ?? false);
    }

    [RefusesNobody]
    private async Task<BulkResult> OneAsync(string id, Doing act, bool dryRun, IdempotentCall? call, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Is(caller.User);
        try
        {
            return await OneAsync(id, act, scope.ServiceProvider, dryRun, call, ct);
        }
        catch (Exception e) when (e is not (OperationCanceledException or RuleViolationException { Code: KeyReused }))
        {
            var problem = ProblemRegistration.Complete(ProblemMiddleware.Describe(e), "/api/v1/tickets/" + id);
            if (problem.Status == StatusCodes.Status500InternalServerError)
                ProblemLog.Unexpected(log, e, "POST", "/api/v1/tickets/bulk");
            return new BulkResult(id, false, problem, null, null);
        }
    }

    private async Task<BulkResult> OneAsync(string id, Doing act, IServiceProvider services, bool dryRun, IdempotentCall? call, CancellationToken ct)
    {
        var sender = services.GetRequiredService<ISender>();
        if (dryRun)
        {
            var tried = await services.GetRequiredService<TrialRun>().TryAsync(() => act(sender, ct), ct);
            return new BulkResult(id, true, null, tried.State, null);
        }

        if (call is not null)
            return await OnceAsync(id, act, services.GetRequiredService<IdempotentRequests>(), sender, call, ct);

        return Done(id, await act(sender, ct));
    }

    // What the item did and that it did it are one transaction, as for a request of its own.
    private async Task<BulkResult> OnceAsync(string id, Doing act, IdempotentRequests requests, ISender sender, IdempotentCall call, CancellationToken ct)
    {
        var (key, options) = (call.KeyOf(id), json.Value.SerializerOptions);
        try
        {
            var (state, kept) = await requests.BeginAsync(key, ct);
            if (state == KeyState.UnderWay)
                throw new RuleViolationException("idempotency.in_progress", "The first request with this key is under way. Try again in a moment.");
            if (kept is not null)
                return kept.Fingerprint.AsSpan().SequenceEqual(call.Fingerprint) ? JsonSerializer.Deserialize<BulkResult>(kept.Body, options)! : throw RuleViolationException.Meaning(KeyReused, "This key was used for another request. Use a key once.");

            var result = Done(id, await act(sender, ct));
            await requests.CompleteAsync(
                key, new() { Fingerprint = call.Fingerprint, Status = StatusCodes.Status200OK, Headers = "{}", Body = JsonSerializer.SerializeToUtf8Bytes(result, options) },
                CancellationToken.None);
            return result;
        }
        finally
        {
            await requests.EndAsync();
        }
    }

    private static BulkResult Done(string id, TicketStanding standing) => new(id, true, null, standing.State, standing.Version);

    private static Make Taking<TBody>(Func<TicketKey, TBody, IRequest<IncidentResponse>> command) => (key, arguments, options) =>
    {
        var request = command(key, Read<TBody>(arguments, options));
        return async (sender, ct) =>
        {
            var incident = await sender.Send(request, ct);
            return new TicketStanding(incident.Id, incident.State, incident.Version, incident.ConversationVersion);
        };
    };

    private static Make Saying(Func<TicketKey, CommentBody, IRequest<CommentResponse>> command) => (key, arguments, options) =>
    {
        var request = command(key, Read<CommentBody>(arguments, options));
        return async (sender, ct) => (await sender.Send(request, ct)).Ticket!;
    };

    private static T Read<T>(JsonElement arguments, JsonSerializerOptions options)
    {
        try
        {
            return arguments.Deserialize<T>(options) ?? throw new JsonException("An object is wanted.");
        }
        catch (JsonException e)
        {
            throw MalformedRequest.Within("arguments", e, "bulk.arguments");
        }
    }
}

/// <summary>The same message on many tickets; files belong to one.</summary>
internal sealed record CommentBody(string Body, Visibility Visibility);

/// <summary>What to do to which tickets; the arguments are the body of the action's own call.</summary>
internal sealed record BulkBody(IReadOnlyList<string> Ids, string Action, JsonElement? Arguments = null, bool? DryRun = null);

internal sealed record BulkAnswer(IReadOnlyList<BulkResult> Results, bool DryRun);

/// <summary>How it went with one ticket: its state and version after it, or the problem its own call would have had.</summary>
internal sealed record BulkResult(string Id, bool Ok, ProblemDetails? Problem, TicketState? State, long? Version);
