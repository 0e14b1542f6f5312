using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using ServiceDesk.Api.Hosting;
using ServiceDesk.Application.Common;

namespace ServiceDesk.Api.Problems;

/// <summary>What the framework could not read, told by member and in our words: its own name types of the program.</summary>
internal static partial class MalformedRequest
{
    /// <summary>The body as a whole, where no member of it can be named.</summary>
    private const string Body = "body";

    /// <summary>What is wrong with which members; null when it is about no member.</summary>
    public static IReadOnlyDictionary<string, string[]>? Describe(BadHttpRequestException e, Endpoint? endpoint)
    {
        if (e.InnerException is JsonException json)
            return Describe(json);
        if (Unbound().Match(e.Message) is { Success: true } unbound)
        {
            var name = unbound.Groups["name"].Value;
            return Of(Camel(name), $"'{unbound.Groups["value"].Value}' is not {Kind(TypeOf(endpoint, name))}.");
        }

        if (Missing().Match(e.Message) is { Success: true } missing)
            return missing.Groups["from"].Value.Contains("body", StringComparison.Ordinal) ? Of(Body, "A body is required.") : Of(Camel(missing.Groups["name"].Value), "It is required.");
        return e.Message.StartsWith("Implicit body", StringComparison.Ordinal) ? Of(Body, "A body is required.")
            : e.Message.StartsWith("Failed to read", StringComparison.Ordinal) ? Of(Body, "The body cannot be read as a form.") : null;
    }

    /// <summary>What is wrong with which members of a body.</summary>
    public static IReadOnlyDictionary<string, string[]> Describe(JsonException e)
    {
        var (path, cause) = (PathOf(e), Innermost(e));
        if (Absent().Match(cause.Message) is { Success: true } absent)
            return Name().Matches(absent.Groups["names"].Value).ToDictionary(n => Join(path, n.Groups[1].Value), _ => new[] { "It is required." });
        if (cause.Message.StartsWith(NoNullItems.Said, StringComparison.Ordinal))
            return Of(Join(path, NoNullItemOf().Match(cause.Message).Groups[1].Value), "It has an item that is null.");
        return Of(path.Length == 0 ? Body : path, Text(cause));
    }

    /// <summary>The same of JSON that stands within a member of the request.</summary>
    public static MalformedRequestException Within(string outer, JsonException e, string code)
    {
        var (member, texts) = Describe(e).First();
        return new MalformedRequestException(code, member == Body ? outer : Join(outer, member), texts[0]);
    }

    private static string Text(JsonException e)
    {
        if (e.InnerException is JsonException || e.GetType() != typeof(JsonException))
            return $"This is not JSON from line {(e.LineNumber ?? 0) + 1}, position {(e.BytePositionInLine ?? 0) + 1} on.";
        if (e.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
            return "There is no such member.";
        if (e.Message.StartsWith("Duplicate property", StringComparison.Ordinal))
            return "It is there twice.";
        if (e.Message.Contains("null", StringComparison.Ordinal) && e.Message.Contains("allow", StringComparison.Ordinal))
            return "It cannot be null.";
        if (Unconverted().Match(e.Message) is { Success: true } wrong)
            return $"It is not {Kind(Find(wrong.Groups["type"].Value))}.";
        return Ours().IsMatch(e.Message) ? e.Message : "It cannot be read.";
    }

    // A member that may be absent is read by itself: its path begins where the outer one ends.
    private static string PathOf(JsonException e)
    {
        var path = (e.Path ?? "").TrimStart('$').TrimStart('.');
        return e.InnerException is JsonException { Path: not null } inner ? Join(path, PathOf(inner)) : path;
    }

    private static JsonException Innermost(JsonException e) => e.InnerException is JsonException { Path: not null } inner ? Innermost(inner) : e;

    private static string Join(string path, string member) => path.Length == 0 || member.Length == 0 || member[0] == '[' ? path + member : path + "." + member;

    private static string Kind(Type? type)
    {
        type = type?.GetElementType() ?? type;
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        var words = type is { IsEnum: true } ? type : type is { IsGenericType: true } && type.GenericTypeArguments[0].IsEnum ? type.GenericTypeArguments[0] : null;
        if (words is not null)
            return "one of: " + string.Join(", ", Enum.GetNames(words).Select(JsonNamingPolicy.CamelCase.ConvertName));

        return type is null ? "what is expected here"
            : type == typeof(Guid) ? "an id"
            : type == typeof(bool) ? "true or false"
            : type == typeof(int) || type == typeof(long) || type == typeof(short) ? "a whole number"
            : type == typeof(decimal) || type == typeof(double) ? "a number"
            : type == typeof(string) ? "a text"
            : type == typeof(DateOnly) ? "a date such as 2026-11-22"
            : type == typeof(DateTimeOffset) ? "a time such as 2026-11-22T08:00:00Z"
            : type != typeof(string) && type.IsAssignableTo(typeof(System.Collections.IEnumerable)) ? "a list"
            : "what is expected here";
    }

    private static Type? TypeOf(Endpoint? endpoint, string name)
    {
        var read = endpoint?.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [];
        return read.FirstOrDefault(p => p.Name == name)?.ParameterType
            ?? read.Where(p => p.IsDefined(typeof(AsParametersAttribute))).Select(p => p.ParameterType.GetProperty(name)?.PropertyType).FirstOrDefault(t => t is not null);
    }

    // The framework writes the full name of the type, for one that may be null within brackets.
    private static Type? Find(string name)
    {
        name = Bracketed().Match(name) is { Success: true } inner ? inner.Groups[1].Value : name;
        return Type.GetType(name) ?? AppDomain.CurrentDomain.GetAssemblies().Where(a => a.GetName().Name!.StartsWith("ServiceDesk.", StringComparison.Ordinal))
            .Select(a => a.GetType(name)).FirstOrDefault(t => t is not null);
    }

    private static Dictionary<string, string[]> Of(string member, string text) => new() { [member] = [text] };

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    [GeneratedRegex("""^Failed to bind parameter ".+ (?<name>\S+)" from "(?<value>.*)"\.$""", RegexOptions.Singleline)]
    private static partial Regex Unbound();

    [GeneratedRegex("""^Required parameter ".+ (?<name>\S+)" was not provided from (?<from>.+)\.$""")]
    private static partial Regex Missing();

    [GeneratedRegex("missing required properties including: (?<names>.+)")]
    private static partial Regex Absent();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Name();

    [GeneratedRegex(@"could not be converted to (?<type>.+?)\.(?: Path:|$)")]
    private static partial Regex Unconverted();

    [GeneratedRegex(@"^System\.Nullable`1\[(.+)\]$")]
    private static partial Regex Bracketed();

    // What follows is the path, added by the framework.
    [GeneratedRegex("^" + NoNullItems.Said + @"(\w+)")]
    private static partial Regex NoNullItemOf();

    // Sentences of our own converters, which the framework adds no path to.
    [GeneratedRegex(@"^(?!.*(?: Path: | JSON | type '|System\.|ServiceDesk\.)).+$", RegexOptions.Singleline)]
    private static partial Regex Ours();
}
