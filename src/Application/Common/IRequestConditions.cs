using System.Globalization;

namespace ServiceDesk.Application.Common;

/// <summary>What the caller demands of the record besides the command itself.</summary>
public interface IRequestConditions
{
    /// <summary>If-Match; null when the header was not sent.</summary>
    VersionCondition? IfMatch { get; }
}

/// <summary>
/// Which versions the caller allows. Tags are compared strongly (RFC 9110, 8.8.3.2): letter by letter, and a weak one matches nothing.
/// </summary>
public sealed class VersionCondition(IReadOnlyCollection<string> strong, IReadOnlyCollection<string> weak)
{
    /// <summary>"*": whatever version, but there must be one.</summary>
    public static VersionCondition Any { get; } = new([], []);

    public bool IsAny => ReferenceEquals(this, Any);

    /// <summary>The newest version that a tag names, weak ones too: what the caller knew. None of ours: nothing has happened since.</summary>
    public long Known { get; } = strong.Concat(weak).Select(Number).DefaultIfEmpty(-1).Max() is var newest and >= 0 ? newest : long.MaxValue;

    /// <summary>Null is the version of what does not exist.</summary>
    public bool Allows(long? version) => version is { } current && (IsAny || strong.Contains(current.ToString(CultureInfo.InvariantCulture)));

    private static long Number(string tag) => long.TryParse(tag, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
