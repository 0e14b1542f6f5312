using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Api.Idempotency;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.People;

namespace ServiceDesk.Api.Endpoints;

internal static class MeEndpoints
{
    public static void MapMe(this IEndpointRouteBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("Me");
        me.MapGet("/", Get).WithName(nameof(GetMe));
        me.MapPatch("/", Update).WithName(nameof(UpdateMe));
        me.MapGet("/export", Export).WithName(nameof(ExportMe));
        me.MapPost("/password", Password).WithName(nameof(ChangePassword)).WithMetadata(new NotReplayed());
        me.MapGet("/sessions", Sessions).WithName(nameof(ListSessions));
        me.MapDelete("/sessions", EndOthers).WithName(nameof(EndOtherSessions));
        me.MapDelete("/sessions/{id:guid}", End).WithName(nameof(EndSession));
        me.MapGet("/two-factor", Factor).WithName(nameof(GetTwoFactor));
        me.MapPost("/two-factor", Begin).WithName(nameof(BeginTwoFactor)).WithMetadata(new NotReplayed());
        me.MapPost("/two-factor/confirm", Confirm).WithName(nameof(ConfirmTwoFactor)).WithMetadata(new NotReplayed());
        me.MapPost("/two-factor/recovery-codes", Renew).WithName(nameof(RenewRecoveryCodes)).WithMetadata(new NotReplayed());
        me.MapPost("/two-factor/disable", Disable).WithName(nameof(DisableTwoFactor)).WithMetadata(new NotReplayed());
    }

    /// <summary>Oneself.</summary>
    private static async Task<Ok<UserResponse>> Get(ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new GetMe(), ct));

    /// <summary>Sets language, time zone, default team and telephone: a merge patch.</summary>
    private static async Task<Ok<UserResponse>> Update(UpdateMe body, ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(body, ct));

    /// <summary>All that is stored about oneself, as a file.</summary>
    private static async Task<Ok<PersonalData>> Export(ISender sender, HttpContext http, CancellationToken ct)
    {
        var copy = await sender.Send(new ExportMe(), ct);
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"servicedesk-{copy.Profile.Id}.json\"";
        return TypedResults.Ok(copy);
    }

    /// <summary>Changes one's password; all other sessions end.</summary>
    private static async Task<NoContent> Password(ChangePassword body, ISender sender, CancellationToken ct)
    {
        await sender.Send(body, ct);
        return TypedResults.NoContent();
    }

    /// <summary>Where one is signed in, latest first.</summary>
    private static async Task<Ok<Page<SessionRow>>> Sessions(ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new ListSessions(), ct));

    /// <summary>Ends all sessions but this one.</summary>
    private static async Task<NoContent> EndOthers(ISender sender, CancellationToken ct)
    {
        await sender.Send(new EndOtherSessions(), ct);
        return TypedResults.NoContent();
    }

    /// <summary>Ends one session.</summary>
    private static async Task<NoContent> End(Guid id, ISender sender, CancellationToken ct)
    {
        await sender.Send(new EndSession(id), ct);
        return TypedResults.NoContent();
    }

    /// <summary>Whether a second factor is asked for.</summary>
    private static async Task<Ok<TwoFactorState>> Factor(ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new GetTwoFactor(), ct));

    /// <summary>The secret for an authenticator; nothing is asked for before it is confirmed.</summary>
    private static async Task<Ok<TwoFactorSecret>> Begin(EmptyBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new BeginTwoFactor(), ct));

    /// <summary>Confirms with the authenticator's first code; gives recovery codes, shown this once.</summary>
    private static async Task<Ok<RecoveryCodes>> Confirm(ConfirmTwoFactor body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body, ct));

    /// <summary>New recovery codes, shown this once; the former no longer work.</summary>
    private static async Task<Ok<RecoveryCodes>> Renew(RenewRecoveryCodes body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body, ct));

    /// <summary>No second factor any more.</summary>
    private static async Task<NoContent> Disable(DisableTwoFactor body, ISender sender, CancellationToken ct)
    {
        await sender.Send(body, ct);
        return TypedResults.NoContent();
    }
}
