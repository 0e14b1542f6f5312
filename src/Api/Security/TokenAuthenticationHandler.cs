using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Api.Security;

/// <summary>Authorization: Bearer sd_…: one SHA-256, no password hash, so that integrations cost little.</summary>
internal sealed class TokenAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessReader access)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var token = Request.Headers.Authorization.ToString()["Bearer ".Length..].Trim();
        if (!token.StartsWith(ApiToken.Prefix, StringComparison.Ordinal))
            return AuthenticateResult.Fail("Not a token of this product.");

        var user = await access.OfTokenAsync(SHA256.HashData(Encoding.ASCII.GetBytes(token)), Context.RequestAborted);
        if (user is null)
            return AuthenticateResult.Fail("Unknown, expired or revoked.");

        Context.Features.Set(new AuthenticatedCaller(user));
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, user.Id.Value.ToString())], SecurityRegistration.TokenScheme);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SecurityRegistration.TokenScheme));
    }
}

/// <summary>The caller, found while authenticating.</summary>
internal sealed record AuthenticatedCaller(Application.Common.ICurrentUser User);
