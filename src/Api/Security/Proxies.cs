using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using ServiceDesk.Api.Hosting;

namespace ServiceDesk.Api.Security;

/// <summary>
/// What X-Forwarded-For and -Proto say counts only from the proxies named in SERVICEDESK_PROXIES (addresses or networks, separated by
/// commas); otherwise the address of the connection is the caller's.
/// </summary>
internal static class Proxies
{
    public const string Variable = "SERVICEDESK_PROXIES";

    public static void UseProxies(this WebApplication app)
    {
        var named = (app.Configuration[Variable] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (named.Length == 0)
            return;

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = named.Length };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var name in named)
        {
            if (IPAddress.TryParse(name, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(name, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new StartException($"{Variable} names '{name}', which is neither an address nor a network such as 10.0.0.0/8.");
        }

        app.UseForwardedHeaders(options);
    }
}
