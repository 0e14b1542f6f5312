using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ServiceDesk.Api.OpenApi;

/// <summary>Makes an example of what a schema describes: the same one each time, with values as the member's name suggests them.</summary>
internal sealed class SchemaExamples(OpenApiDocument document)
{
    private const string IdStem = "0199d6f2-6c1e-7a54-9d0b-2a7c5a1f0e";

    // What comes after the other times of a record.
    private static readonly string[] Later = ["until", "to", "dueAt", "expiresAt", "resolvedAt", "closedAt", "finishedAt", "nextAt", "end"];

    // What is usually not the case.
    private static readonly string[] UsuallyNull =
    [
        "nextCursor", "mergedInto", "followUpOf", "breachedAt", "pausedSince", "revokedAt", "redactedAt", "priorityOverride", "major", "supplier", "parent", "restoredAt",
        "withdrawnAt", "lockedUntil", "problem",
    ];

    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["title"] = "The printer on the second floor does not print",
        ["description"] = "Since this morning; the display says **PC load letter**.",
        ["body"] = "I will be at your desk at ten.",
        ["text"] = "A new fuser was put in.",
        ["reason"] = "The requester is away until Monday.",
        ["comment"] = "Which error does it show?",
        ["summary"] = "Mail is down at all sites.",
        ["reference"] = "INC-000123",
        ["name"] = "Second line",
        ["key"] = "second-line",
        ["label"] = "Second line",
        ["userName"] = "alice",
        ["email"] = "alice@example.org",
        ["phone"] = "+33 4 72 00 00 00",
        ["language"] = "en",
        ["timeZone"] = "Europe/Paris",
        ["zone"] = "Europe/Paris",
        ["url"] = "https://desk.example.org",
        ["path"] = "/desk/tickets/INC-000123",
        ["remoteAddress"] = "192.0.2.17",
        ["userAgent"] = "Mozilla/5.0 (X11; Linux x86_64)",
        ["mediaType"] = "image/png",
        ["fileName"] = "display.png",
        ["cursor"] = "WyItdXBkYXRlZEF0Il0",
        ["query"] = "state:open priority<=p2",
        ["q"] = "state:open priority<=p2",
        ["sort"] = "-updatedAt",
        ["code"] = "123456",
        ["from"] = "08:00",
        ["to"] = "12:00",
        ["en"] = "Second line",
        ["fr"] = "Deuxième niveau",
        ["tags"] = "printer",
        ["columns"] = "reference",
        ["scopes"] = "incidents.read",
        ["permissions"] = "incidents.read",
        ["via"] = "session",
        ["action"] = "assign",
        ["entity"] = "incident",
        ["type"] = "ticket",
        ["interpretedAs"] = "state:open priority:(p1, p2)",
        ["notices"] = "There is no field 'colour'; nothing matches.",
        ["sha256"] = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        ["hash"] = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        ["newPassword"] = "a sentence of your own",
        ["password"] = "ServiceDesk!demo",
        ["currentPassword"] = "ServiceDesk!demo",
        ["token"] = "sd_0Zk3…",
        ["allowedTransitions"] = "resolve",
        ["createdVia"] = "api",
    };

    /// <summary>For one schema; a member that leads back into itself is left empty.</summary>
    public JsonNode? Of(IOpenApiSchema schema) => Of(schema, "", []);

    private JsonNode? Of(IOpenApiSchema schema, string name, IReadOnlyList<string> within)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id })
            return within.Contains(id) ? null : Of(document.Components!.Schemas![id], name, [.. within, id]);
        if (schema.Examples is { Count: > 0 } own)
            return own[0]?.DeepClone();
        if (schema.Enum is { Count: > 0 } words)
            return words[0]?.DeepClone();
        if (MayBeNull(schema) && UsuallyNull.Contains(name))
            return null;
        if ((schema.OneOf is { Count: > 0 } ? schema.OneOf : schema.AnyOf) is { Count: > 0 } choices)
            return Of(Choose(choices), name, within);

        return (schema.Type & ~JsonSchemaType.Null) switch
        {
            JsonSchemaType.Boolean => name is "active" or "isActive" or "open" or "ok" or "enabled" or "allowed",
            JsonSchemaType.Integer or JsonSchemaType.Number => Number(schema, name),
            JsonSchemaType.String => Text(schema, name),
            JsonSchemaType.Array => Array(schema, name, within),
            _ => Object(schema, name, within),
        };
    }

    private static IOpenApiSchema Choose(IList<IOpenApiSchema> choices) =>
        choices.FirstOrDefault(c => c.Properties?.ContainsKey("en") == true) ?? choices.First(c => c.Type != JsonSchemaType.Null);

    private static bool MayBeNull(IOpenApiSchema schema) =>
        schema.Type?.HasFlag(JsonSchemaType.Null) == true || schema.OneOf?.Any(c => c is not OpenApiSchemaReference && c.Type == JsonSchemaType.Null) == true;

    private JsonArray Array(IOpenApiSchema schema, string name, IReadOnlyList<string> within)
    {
        // What holds itself ends here.
        if (schema.Items is null || (schema.Items is OpenApiSchemaReference { Reference.Id: { } id } && within.Contains(id)))
            return [];
        var one = Of(schema.Items, name, within);
        var wanted = schema.Items is OpenApiSchemaReference { Reference.Id: { } named } ? document.Components!.Schemas![named].Required : schema.Items.Required;
        return one is JsonObject made && wanted?.All(made.ContainsKey) == false ? [] : [one];
    }

    private JsonObject Object(IOpenApiSchema schema, string name, IReadOnlyList<string> within)
    {
        var made = new JsonObject();
        foreach (var (member, of) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            // One that must be there and leads back is of a schema that may be null.
            var value = Of(of, member, within);
            if (value is not null || MayBeNull(of))
                made[member] = value;
        }

        if (made.Count == 0 && schema.AdditionalProperties is { } any)
            made[Key(name)] = Of(any, name, within);
        return made;
    }

    private static string Key(string name) => name switch
    {
        "notifications" => "teamQueue",
        "weekly" => "monday",
        "errors" => "title",
        _ => "first",
    };

    private static JsonValue Number(IOpenApiSchema schema, string name)
    {
        var value = name switch
        {
            "version" => 3m,
            "minutes" => 30m,
            "size" => 48_213m,
            "usedShare" or "at" or "compliance" => 0.75m,
            "remainingSeconds" or "seconds" => 5_400m,
            "status" => 409m,
            _ => 1m,
        };
        if (schema.Type?.HasFlag(JsonSchemaType.Integer) == true)
            value = Math.Ceiling(value);
        if (decimal.TryParse(schema.Minimum, CultureInfo.InvariantCulture, out var least) && value < least)
            value = least;
        if (decimal.TryParse(schema.Maximum, CultureInfo.InvariantCulture, out var most) && value > most)
            value = most;
        return schema.Type?.HasFlag(JsonSchemaType.Integer) == true ? JsonValue.Create((long)value) : JsonValue.Create(value);
    }

    private static string Text(IOpenApiSchema schema, string name)
    {
        var text = schema.Format switch
        {
            "uuid" => IdStem + (name.Sum(c => c) % 256).ToString("x2", CultureInfo.InvariantCulture),
            "date" => "2026-03-02",
            "date-time" => Later.Contains(name) ? "2026-03-02T16:00:00Z" : "2026-03-02T08:15:00Z",
            "duration" => "PT4H30M",
            "uri" => "https://desk.example.org",
            _ => Texts.GetValueOrDefault(name) ?? (name.Length == 0 ? "text" : char.ToUpperInvariant(name[0]) + name[1..]),
        };
        return schema.MaxLength is { } most && text.Length > most ? text[..most] : text;
    }
}

/// <summary>Every JSON body and every JSON answer has an example; one of a named schema stands once among the components.</summary>
internal sealed class DocumentExamples : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var examples = new SchemaExamples(swaggerDoc);
        var named = new SortedDictionary<string, IOpenApiExample>(StringComparer.Ordinal);
        foreach (var operation in swaggerDoc.Paths.Values.SelectMany(p => p.Operations!.Values))
        {
            var answers = operation.Responses!.Where(r => r.Key[0] == '2').SelectMany(r => r.Value.Content ?? new Dictionary<string, IOpenApiMediaType>());
            foreach (var (type, content) in answers.Concat(operation.RequestBody?.Content ?? new Dictionary<string, IOpenApiMediaType>()))
            {
                if (content is not OpenApiMediaType { Schema: { } schema, Example: null } media || !type.EndsWith("json", StringComparison.Ordinal))
                    continue;
                if (schema is not OpenApiSchemaReference { Reference.Id: { } id })
                {
                    media.Example = examples.Of(schema);
                    continue;
                }

                if (!named.ContainsKey(id))
                    named[id] = new OpenApiExample { Value = examples.Of(schema) };
                media.Examples = new Dictionary<string, IOpenApiExample> { ["usual"] = new OpenApiExampleReference(id, swaggerDoc) };
            }
        }

        swaggerDoc.Components!.Examples = new Dictionary<string, IOpenApiExample>(named);
    }
}
