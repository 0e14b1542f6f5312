using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using ServiceDesk.Api.Problems;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Incidents;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Api.Endpoints;

/// <summary>
/// The same command to many tickets: through the same use cases, one scope and one transaction for each, so that one refusal stops no
/// other.
/// </summary>
internal sealed class TicketBulk(IServiceScopeFactory scopes, Caller caller, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, ILogger<ProblemMiddleware> log)
{
    public const int Most = 200;

    private static readonly Dictionary<string, Make> Actions = new()
    {
        ["assign"] = Taking<IncidentEndpoints.AssignBody>((key, body) => new AssignIncident(key, body.TeamId, body.AssigneeId)),
        ["start"] = Taking<EmptyBody>((key, _) => new StartIncident(key)),
        ["hold"] = Taking<IncidentEndpoints.HoldBody>((key, body) => new HoldIncident(key, body.Reason, body.Until, body.Comment)),
        ["resume"] = Taking<EmptyBody>((key, _) => new ResumeIncident(key)),
        ["resolve"] = Taking<IncidentEndpoints.ResolveBody>((key, body) => new ResolveIncident(key, body.Code, body.Text, null)),
        ["close"] = Taking<EmptyBody>((key, _) => new CloseIncident(key)),
        ["cancel"] = Taking<ReasonBody>((key, body) => new CancelIncident(key, body.Reason)),
    };

    private delegate IRequest<IncidentResponse> Make(TicketKey key, JsonElement arguments, JsonSerializerOptions options);

    public async Task<BulkAnswer> RunAsync(BulkBody body, CancellationToken ct)
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
            results.Add(await OneAsync(id, make(key, arguments, json.Value.SerializerOptions), body.DryRun ?? false, ct));
        }

        return new BulkAnswer(results, body.DryRun ?? false);
    }

    private async Task<BulkResult> OneAsync(string id, IRequest<IncidentResponse> command, bool dryRun, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Is(caller.User);
        var sender = scope.ServiceProvider.GetRequiredService<ISender>();
        try
        {
            var incident = dryRun
                ? await scope.ServiceProvider.GetRequiredService<TrialRun>().TryAsync(() => sender.Send(command, ct), ct)
                : await sender.Send(command, ct);
            return new BulkResult(id, true, null, incident.State, dryRun ? null : incident.Version);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var problem = ProblemMiddleware.Describe(e);
            problem.Type = "/problems/" + problem.Extensions["code"];
            if (problem.Status == StatusCodes.Status500InternalServerError)
                ProblemLog.Unexpected(log, e, "POST", "/api/v1/tickets/bulk");
            return new BulkResult(id, false, problem, null, null);
        }
    }

    private static Make Taking<TBody>(Func<TicketKey, TBody, IRequest<IncidentResponse>> command) =>
        (key, arguments, options) => command(key, Read<TBody>(arguments, options));

    private static T Read<T>(JsonElement arguments, JsonSerializerOptions options)
    {
        try
        {
            return arguments.Deserialize<T>(options) ?? throw new JsonException("An object is wanted.");
        }
        catch (JsonException e)
        {
            throw new MalformedRequestException("bulk.arguments", "arguments", e.Message.Split(" Path:")[0]);
        }
    }
}

/// <summary>What to do to which tickets; the arguments are the body of the action's own call.</summary>
internal sealed record BulkBody(IReadOnlyList<string> Ids, string Action, JsonElement? Arguments = null, bool? DryRun = null);

internal sealed record BulkAnswer(IReadOnlyList<BulkResult> Results, bool DryRun);

/// <summary>How it went with one ticket: its state and version after it, or the problem its own call would have had.</summary>
internal sealed record BulkResult(string Id, bool Ok, ProblemDetails? Problem, TicketState? State, long? Version);
