using System.Security.Cryptography;
using System.Text;

namespace ServiceDesk.Api.Idempotency;

/// <summary>A request that brought an Idempotency-Key, for an endpoint that does several things in transactions of their own.</summary>
internal sealed record IdempotentCall(string Key, byte[] Fingerprint)
{
    /// <summary>The key of one of them. No caller can send it: it begins with a sign that a header cannot hold.</summary>
    public string KeyOf(string part) =>
        "\u0001" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Key.Length} {Key} {part}")));
}
