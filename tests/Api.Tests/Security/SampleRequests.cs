using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using ServiceDesk.Api.Hosting;

namespace ServiceDesk.Api.Tests.Security;

/// <summary>Makes for any endpoint a request that can be read: members that are required have some value, ids name nothing.</summary>
internal static class SampleRequests
{
    private const string Nothing = "00000000-0000-7000-8000-00000000dead";
    private static readonly JsonSerializerOptions Json = Options();

    // Where any value will not do: queries by the name of the endpoint, bodies likewise.
    private static readonly Dictionary<string, string> Queries = new() { ["SuggestIncidents"] = "?title=printer", ["FindColleagues"] = "?q=al", ["SearchEverything"] = "?q=printer" };
    private static readonly Dictionary<string, object> Bodies = new() { ["BulkTickets"] = new { ids = new[] { Nothing }, action = "start" } };

    /// <summary><paramref name="ticket"/> stands wherever a ticket is named in the path.</summary>
    public static HttpRequestMessage Of(RouteEndpoint endpoint, string method, string ticket)
    {
        var path = string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => Text(p, endpoint, ticket)))));
        return new HttpRequestMessage(new HttpMethod(method), "/" + path + Query(endpoint)) { Content = Body(endpoint) };
    }

    private static string Text(RoutePatternPart part, RouteEndpoint endpoint, string ticket) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart { Name: "id" } when endpoint.RoutePattern.RawText!.Contains("/incidents/", StringComparison.Ordinal)
            || endpoint.RoutePattern.RawText.Contains("/tickets/{id", StringComparison.Ordinal) => ticket,
        RoutePatternParameterPart { Name: "kind" } => "reply",
        RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(p => p.Content is "int" or "long") => "1",
        _ => Nothing,
    };

    private static string Query(RouteEndpoint endpoint)
    {
        if (Queries.TryGetValue(NameOf(endpoint), out var given))
            return given;

        var handler = endpoint.Metadata.GetMetadata<MethodInfo>();
        var wanted = (handler?.GetParameters() ?? []).SelectMany(QueryParametersOf).Where(p => !endpoint.RoutePattern.Parameters.Any(r => r.Name == p.Name)).ToList();
        return wanted.Count == 0 ? "" : "?" + string.Join('&', wanted.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));
    }

    private static IEnumerable<(string Name, string Value)> QueryParametersOf(ParameterInfo parameter)
    {
        if (parameter.IsDefined(typeof(AsParametersAttribute)))
        {
            var optional = parameter.ParameterType.GetConstructors().SelectMany(c => c.GetParameters()).Where(p => p.HasDefaultValue).Select(p => p.Name).ToHashSet();
            foreach (var property in parameter.ParameterType.GetProperties()
                .Where(p => !optional.Contains(p.Name) && IsWanted(new NullabilityInfoContext().Create(p), p.PropertyType)))
                yield return (Camel(property.Name), Word(property.PropertyType));
        }
        else if (IsSimple(parameter.ParameterType) && !parameter.HasDefaultValue && !parameter.GetCustomAttributes().Any(a => a is FromFormAttribute)
            && IsWanted(new NullabilityInfoContext().Create(parameter), parameter.ParameterType))
        {
            yield return (parameter.Name!, Word(parameter.ParameterType));
        }
    }

    private static bool IsWanted(NullabilityInfo nullability, Type type) =>
        IsSimple(type) && nullability.WriteState != NullabilityState.Nullable && nullability.ReadState != NullabilityState.Nullable;

    private static bool IsSimple(Type type) => type == typeof(string) || type == typeof(DateTimeOffset) || type == typeof(Guid) || type.IsEnum || (type.IsPrimitive && type != typeof(bool));

    private static string Word(Type type) =>
        type == typeof(Guid) ? Nothing : type == typeof(DateTimeOffset) ? "2026-01-01T00:00:00Z" : type == typeof(string) ? "2026-01-01" : type.IsEnum ? Enum.GetNames(type)[0] : "1";

    private static HttpContent? Body(RouteEndpoint endpoint)
    {
        if (Bodies.TryGetValue(NameOf(endpoint), out var given))
            return JsonContent.Create(given);
        if (endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not { } accepts)
            return null;
        if (accepts.ContentTypes.Any(t => t.StartsWith("multipart/", StringComparison.Ordinal)))
            return Form(endpoint);
        return accepts.RequestType is { } type ? JsonContent.Create(Sample(type, 0), options: Json) : null;
    }

    private static MultipartFormDataContent Form(RouteEndpoint endpoint)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "file", "sample.csv" } };
        if (endpoint.Metadata.GetRequiredMetadata<MethodInfo>().GetParameters().Any(p => p.Name == "profile"))
            form.Add(new StringContent("servicenow-event-log"), "profile");
        return form;
    }

    private static object? Sample(Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return "2026-01-01";
        if (type == typeof(Guid))
            return Nothing;
        if (type == typeof(DateTimeOffset))
            return "2026-01-01T00:00:00Z";
        if (type == typeof(DateOnly))
            return "2026-01-01";
        if (type == typeof(TimeSpan))
            return "PT1H";
        if (type.IsEnum)
            return Camel(Enum.GetNames(type)[0]);
        if (type == typeof(bool))
            return false;
        if (type.IsPrimitive || type == typeof(decimal))
            return 1;
        if (type == typeof(JsonElement) || depth > 4)
            return new Dictionary<string, object?>();
        if (type.Name == "LocalizedText")
            return "Sample";
        var info = Json.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => Array.Empty<object>(),
            JsonTypeInfoKind.Object => info.Properties.Where(p => p.IsRequired).ToDictionary(p => p.Name, p => Sample(p.PropertyType, depth + 1)),
            _ => new Dictionary<string, object?>(),
        };
    }

    private static string NameOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "";

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ApiJson.Configure(options);
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver();
        options.MakeReadOnly();
        return options;
    }
}
