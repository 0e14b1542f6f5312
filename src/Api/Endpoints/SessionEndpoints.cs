using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Api.Idempotency;
using ServiceDesk.Api.Security;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.People;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Api.Endpoints;

internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("Session").WithMetadata(new NotReplayed());
        session.MapPost("/", Open).WithName(nameof(SignIn)).WithMetadata(new NoAntiforgery()).Produces<SessionResponse>();
        session.MapGet("/", Get).WithName(nameof(GetSession));
        session.MapPost("/reset", Reset).WithName(nameof(ResetPassword)).WithMetadata(new NoAntiforgery(), new NotReplayed());
        session.MapDelete("/", Close).WithName("SignOut").WithMetadata(new ForEverybody());
    }

    /// <summary>Signs in and starts a session in a cookie.</summary>
    private static async Task<Results<Ok<SessionResponse>, ProblemHttpResult>> Open(
        SignInBody body, ISender sender, HttpContext http, IAntiforgery antiforgery, AccessReader access, Caller caller, CancellationToken ct)
    {
        var origin = new SignInOrigin(http.Connection.RemoteIpAddress?.ToString(), http.Request.Headers.UserAgent.ToString());
        var outcome = await sender.Send(new SignIn(body.UserName, body.Password, body.Code, origin), ct);
        if (outcome.Status != SignInStatus.SignedIn)
            return Refused(outcome, http);

        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, outcome.UserId.Value.ToString()), new Claim(SecurityRegistration.SessionClaim, outcome.SessionId.ToString())],
            SecurityRegistration.SessionScheme);
        http.User = new ClaimsPrincipal(identity);
        await http.SignInAsync(SecurityRegistration.SessionScheme, http.User);
        caller.Is((await access.OfSessionAsync(outcome.SessionId, ct))!, outcome.SessionId);
        return TypedResults.Ok(await Describe(sender, http, antiforgery, ct));
    }

    /// <summary>Who is signed in, with their permissions, teams and the token that writes must bring.</summary>
    private static async Task<Ok<SessionResponse>> Get(ISender sender, HttpContext http, IAntiforgery antiforgery, CancellationToken ct) =>
        TypedResults.Ok(await Describe(sender, http, antiforgery, ct));

    /// <summary>Ends the session.</summary>
    private static async Task<NoContent> Close(HttpContext http, IAccounts accounts, CancellationToken ct)
    {
        if (http.User.FindFirstValue(SecurityRegistration.SessionClaim) is { } sid)
            await accounts.EndSessionAsync(Guid.Parse(sid), ct);
        await http.SignOutAsync(SecurityRegistration.SessionScheme);
        return TypedResults.NoContent();
    }

    /// <summary>Sets a password with the code of a reset link; every session of the person ends.</summary>
    private static async Task<NoContent> Reset(ResetPassword body, ISender sender, CancellationToken ct)
    {
        await sender.Send(body, ct);
        return TypedResults.NoContent();
    }

    private static async Task<SessionResponse> Describe(ISender sender, HttpContext http, IAntiforgery antiforgery, CancellationToken ct)
    {
        var info = await sender.Send(new GetSession(), ct);
        return new SessionResponse(info.User, info.Permissions, info.Teams, antiforgery.GetAndStoreTokens(http).RequestToken!);
    }

    private static ProblemHttpResult Refused(SignInOutcome outcome, HttpContext http)
    {
        if (outcome.Status == SignInStatus.LockedOut)
            http.Response.Headers.RetryAfter = Math.Max(1, (int)(outcome.RetryAfter?.TotalSeconds ?? 60)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (status, code, detail) = outcome.Status switch
        {
            SignInStatus.CodeRequired => (401, "session.code_required", "Send the code of your authenticator as well."),
            SignInStatus.LockedOut => (429, "session.locked_out", "Too many failures. Wait a few minutes and try again."),
            _ => (401, "session.refused", "Name or password is wrong."),
        };
        return TypedResults.Problem(new ProblemDetails { Status = status, Title = "Not signed in.", Detail = detail, Extensions = { ["code"] = code } });
    }
}

/// <summary>Name and password, and the code of the authenticator when the account wants one.</summary>
internal sealed record SignInBody(string UserName, string Password, string? Code = null);

/// <summary>The session; <c>AntiforgeryToken</c> goes into X-XSRF-TOKEN of every write.</summary>
internal sealed record SessionResponse(SessionUser User, IReadOnlyList<string> Permissions, IReadOnlyList<NamedRef> Teams, string AntiforgeryToken);
