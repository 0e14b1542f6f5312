using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Catalog;

/// <summary>Holds the custom fields of a ticket against their definitions, and answers the object to keep.</summary>
public sealed class CustomFieldChecks(IServiceDeskDb db, ITicketForms forms)
{
    public const int TextMaxLength = 10_000;

    /// <summary>For a new ticket: every required field must be there.</summary>
    public async Task<string> ForOpeningAsync(Practice practice, JsonElement? given, CancellationToken ct)
    {
        var fields = await forms.FieldsAsync(practice, ct);
        var values = new JsonObject();
        await ApplyAsync(fields, given, values, ct);
        RequireNone(fields.Values.Where(f => f.Required && !values.ContainsKey(f.Key)));

        return values.ToJsonString(TicketEvent.DetailFormat);
    }

    /// <summary>
    /// For a change, as a merge patch: what is left out stays as it is, whatever the definition says today; null clears a field
    /// that is not required.
    /// </summary>
    public async Task<string> ForChangeAsync(Practice practice, string current, JsonElement patch, CancellationToken ct)
    {
        var fields = await forms.FieldsAsync(practice, ct);
        var values = JsonNode.Parse(current)!.AsObject();
        await ApplyAsync(fields, patch, values, ct);
        RequireNone(fields.Values.Where(f => f.Required && IsCleared(patch, f.Key)));

        return values.ToJsonString(TicketEvent.DetailFormat);
    }

    private static void RequireNone(IEnumerable<CustomField> missing)
    {
        var told = missing.ToDictionary(f => Path(f.Key), f => $"{Path(f.Key)} is required.");
        if (told.Count > 0)
            throw RuleViolationException.Meaning("custom_field.required", told);
    }

    private static string Path(string key) => $"customFields.{key}";

    private static bool IsCleared(JsonElement patch, string key) =>
        patch.ValueKind == JsonValueKind.Object && patch.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Null;

    private async Task ApplyAsync(IReadOnlyDictionary<string, CustomField> fields, JsonElement? given, JsonObject values, CancellationToken ct)
    {
        if (given is not { ValueKind: JsonValueKind.Object } members)
            return;

        foreach (var member in members.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null)
            {
                values.Remove(member.Name);
                continue;
            }

            if (!fields.TryGetValue(member.Name, out var field))
                throw RuleViolationException.Meaning("custom_field.unknown", $"customFields.{member.Name}: there is no such field.", Path(member.Name));
            if (!Fits(field, member.Value))
                throw RuleViolationException.Meaning("custom_field.invalid", $"customFields.{field.Key}: {Wanted(field)}.", Path(field.Key));
            if (field.Type == CustomFieldType.User)
                await RequireUserAsync(field, member.Value, ct);
            values[field.Key] = JsonNode.Parse(member.Value.GetRawText());
        }
    }

    private async Task RequireUserAsync(CustomField field, JsonElement value, CancellationToken ct)
    {
        var id = new UserId(Guid.Parse(value.GetString()!));
        if (!await db.Users.AnyAsync(u => u.Id == id && u.Active, ct))
            throw RuleViolationException.Meaning("custom_field.invalid", $"customFields.{field.Key} names nobody who is active.", Path(field.Key));
    }

    private static bool Fits(CustomField field, JsonElement value) => field.Type switch
    {
        CustomFieldType.Text => value.ValueKind == JsonValueKind.String && value.GetString()!.Length <= TextMaxLength,
        CustomFieldType.Number => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out _),
        CustomFieldType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        CustomFieldType.Date => value.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        CustomFieldType.User => value.ValueKind == JsonValueKind.String && value.TryGetGuid(out _),
        CustomFieldType.Choice => IsOption(field, value),
        _ => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(x => IsOption(field, x))
            && value.EnumerateArray().Select(x => x.GetString()).Distinct().Count() == value.GetArrayLength(),
    };

    private static bool IsOption(CustomField field, JsonElement value) =>
        value.ValueKind == JsonValueKind.String && field.Options.Any(o => o.Key == value.GetString());

    private static string Wanted(CustomField field) => field.Type switch
    {
        CustomFieldType.Text => $"a text of at most {TextMaxLength} characters",
        CustomFieldType.Number => "a number",
        CustomFieldType.Boolean => "true or false",
        CustomFieldType.Date => "a date such as 2026-11-22",
        CustomFieldType.User => "the id of a person",
        CustomFieldType.Choice => "one of " + string.Join(", ", field.Options.Select(o => o.Key)),
        _ => "a list of " + string.Join(", ", field.Options.Select(o => o.Key)),
    };
}
