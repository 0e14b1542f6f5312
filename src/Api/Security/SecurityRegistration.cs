using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using ServiceDesk.Application.Common;

namespace ServiceDesk.Api.Security;

/// <summary>How callers prove who they are: the session cookie of the pages, or a token.</summary>
internal static class SecurityRegistration
{
    public const string SessionScheme = "Session";
    public const string TokenScheme = "Token";

    /// <summary>The claim that names the session or carries nothing but it; rights are read afresh at each call.</summary>
    public const string SessionClaim = "sid";

    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddAuthentication(o => o.DefaultScheme = "any")
            .AddPolicyScheme("any", null, o => o.ForwardDefaultSelector = c =>
                c.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? TokenScheme : SessionScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthenticationHandler>(TokenScheme, null)
            .AddCookie(SessionScheme, ConfigureCookie);
        services.AddAuthorization();
        services.AddAntiforgery(o =>
        {
            o.HeaderName = "X-XSRF-TOKEN";
            o.SuppressReadingTokenFromFormBody = true;
            o.Cookie.Name = "servicedesk-antiforgery";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.HttpOnly = true;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddScoped<RequestConditions>();
        services.AddScoped<IRequestConditions>(p => p.GetRequiredService<RequestConditions>());
        return services;
    }

    private static void ConfigureCookie(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "servicedesk-session";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
        cookie.SlidingExpiration = false;
        cookie.Events.OnRedirectToLogin = context =>
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}
