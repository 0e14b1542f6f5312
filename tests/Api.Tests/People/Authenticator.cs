using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace ServiceDesk.Api.Tests.People;

/// <summary>An authenticator as on a telephone (RFC 6238).</summary>
internal static class Authenticator
{
    public static string Code(string secret, int stepsLater = 0)
    {
        var step = (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + stepsLater;
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // the standard's algorithm
        var hash = HMACSHA1.HashData(Bytes(secret), counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 15;
        var number = (BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & 0x7fffffff) % 1_000_000;
        return number.ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string base32)
    {
        List<byte> bytes = [];
        var (bits, kept) = (0, 0);
        foreach (var sign in base32)
        {
            bits = (bits << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(sign);
            kept += 5;
            if (kept < 8)
                continue;
            kept -= 8;
            bytes.Add((byte)(bits >> kept));
            bits &= (1 << kept) - 1;
        }

        return [.. bytes];
    }
}
