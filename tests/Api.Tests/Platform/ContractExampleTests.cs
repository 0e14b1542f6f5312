using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace ServiceDesk.Api.Tests.Platform;

/// <summary>Every JSON body and answer of the contract has an example, and each is what its schema says.</summary>
public sealed class ContractExampleTests : ApiTest
{
    [Test]
    public void Each_body_and_answer_has_an_example_that_fits_its_schema()
    {
        var contract = Desk.Services.GetRequiredService<ISwaggerProvider>().GetSwagger("v1");
        List<string> wrong = [];
        var seen = 0;
        foreach (var (path, item) in contract.Paths)
        {
            foreach (var (method, operation) in item.Operations!)
            {
                foreach (var (where, content) in Json(operation))
                {
                    seen++;
                    var examples = content.Example is { } one ? [one] : content.Examples?.Values.Select(e => e is OpenApiExampleReference { Reference.Id: { } id } ? contract.Components!.Examples![id].Value : e.Value).ToList() ?? [];
                    if (examples.Count == 0)
                        wrong.Add($"{method} {path} {where}: none");
                    wrong.AddRange(examples.SelectMany(e => Faults(content.Schema!, e, "$", contract)).Select(f => $"{method} {path} {where} {f}"));
                }
            }
        }

        Assert.That(seen, Is.GreaterThan(250));
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void They_are_the_same_each_time()
    {
        string[] made = [.. Enumerable.Range(0, 2).Select(_ =>
        {
            var text = new StringWriter();
            Desk.Services.GetRequiredService<ISwaggerProvider>().GetSwagger("v1").SerializeAsV31(new OpenApiJsonWriter(text));
            return text.ToString();
        })];

        Assert.That(made[0], Is.EqualTo(made[1]));
    }

    [Test]
    public void Texts_speak_of_members_by_their_names_in_json()
    {
        var text = new StringWriter();
        Desk.Services.GetRequiredService<ISwaggerProvider>().GetSwagger("v1").SerializeAsV31(new OpenApiJsonWriter(text));

        Assert.That(text.ToString(), Does.Not.Match(@"ServiceDesk\.[A-Z]\w+"));
    }

    private static IEnumerable<(string Where, IOpenApiMediaType Content)> Json(OpenApiOperation operation) =>
        operation.Responses!.Where(r => r.Key[0] == '2').SelectMany(r => (r.Value.Content ?? new Dictionary<string, IOpenApiMediaType>()).Select(c => (r.Key + " " + c.Key, c.Key, c.Value)))
            .Concat((operation.RequestBody?.Content ?? new Dictionary<string, IOpenApiMediaType>()).Select(c => ("body " + c.Key, c.Key, c.Value)))
            .Where(c => c.Key.EndsWith("json", StringComparison.Ordinal) && c.Value.Schema is not null).Select(c => (c.Item1, c.Value));

    private static IEnumerable<string> Faults(IOpenApiSchema schema, JsonNode? value, string at, OpenApiDocument contract)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id })
            return Faults(contract.Components!.Schemas![id], value, at, contract);
        if (schema.OneOf is { Count: > 0 } choices)
            return choices.Count(c => !Faults(c, value, at, contract).Any()) == 1 ? [] : [$"{at} is not one of the choices: {value?.ToJsonString() ?? "null"}"];
        if (schema.Enum is { Count: > 0 } words)
            return words.Any(w => JsonNode.DeepEquals(w, value)) ? [] : [$"{at} is no word of the list: {value?.ToJsonString()}"];

        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        var type = kind switch
        {
            JsonValueKind.Null => JsonSchemaType.Null,
            JsonValueKind.True or JsonValueKind.False => JsonSchemaType.Boolean,
            JsonValueKind.String => JsonSchemaType.String,
            JsonValueKind.Array => JsonSchemaType.Array,
            JsonValueKind.Object => JsonSchemaType.Object,
            _ => value!.ToJsonString().Contains('.') ? JsonSchemaType.Number : JsonSchemaType.Integer | JsonSchemaType.Number,
        };
        if (schema.Type is { } wanted && (wanted & type) == 0)
            return [$"{at} is {kind}, not {wanted}"];
        return kind switch
        {
            JsonValueKind.String => OfText(schema, value!.GetValue<string>(), at),
            JsonValueKind.Array => value!.AsArray().SelectMany((v, i) => schema.Items is null ? [] : Faults(schema.Items, v, $"{at}[{i}]", contract)),
            JsonValueKind.Object => OfMembers(schema, value!.AsObject(), at, contract),
            _ => [],
        };
    }

    private static IEnumerable<string> OfMembers(IOpenApiSchema schema, JsonObject value, string at, OpenApiDocument contract)
    {
        foreach (var name in schema.Required ?? new HashSet<string>())
        {
            if (!value.ContainsKey(name))
                yield return $"{at}.{name} is missing";
        }

        foreach (var (name, member) in value)
        {
            if (schema.Properties?.TryGetValue(name, out var of) == true || (of = schema.AdditionalProperties) is not null)
            {
                foreach (var fault in Faults(of, member, $"{at}.{name}", contract))
                    yield return fault;
            }
            else if (!schema.AdditionalPropertiesAllowed)
            {
                yield return $"{at}.{name} is unknown";
            }
        }
    }

    private static IEnumerable<string> OfText(IOpenApiSchema schema, string text, string at)
    {
        var fits = schema.Format switch
        {
            "uuid" => Guid.TryParse(text, out _),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
            "date-time" => DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _),
            "duration" => text.StartsWith("PT", StringComparison.Ordinal),
            _ => true,
        };
        if (!fits || text.Length > (schema.MaxLength ?? int.MaxValue) || text.Length < (schema.MinLength ?? 0))
            yield return $"{at} is no {schema.Format ?? "text of that length"}: {text}";
    }
}
