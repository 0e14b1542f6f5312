using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Audit;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Audit;

/// <summary>What the entries of the trail speak of, as it is called today; a ticket by its reference, if the reader sees it.</summary>
internal sealed class AuditNames(ServiceDeskDbContext db, ICurrentUser user, TicketScope scope)
{
    /// <summary>Records with a name of one language, and with one in each; the kind is what the contract calls them.</summary>
    private static readonly (string Table, string Kind)[] Plain =
    [
        ("sites", "site"), ("departments", "department"), ("configuration_items", "configurationItem"), ("calendars", "calendar"),
        ("service_level_policies", "policy"), ("holiday_sets", "holidaySet"),
    ];

    private static readonly (string Table, string Kind)[] Translated =
    [
        ("teams", "team"), ("roles", "role"), ("categories", "category"), ("services", "service"), ("custom_fields", "customField"),
        ("canned_replies", "reply"), ("ticket_templates", "template"),
    ];

    /// <summary>The same entries with the names of who acted and of what they speak of, found by one statement.</summary>
    public async Task<IReadOnlyList<AuditEntryResponse>> InAsync(IReadOnlyList<AuditEntryResponse> entries, CancellationToken ct)
    {
        Guid[] ids = [.. entries.SelectMany(Mentioned).Concat(entries.Select(e => e.Actor.Id)).Distinct()];
        var found = await db.Sql<AuditedRecord>(Sql(ids).ToFormattable()).ToListAsync(ct);
        var records = found.ToDictionary(r => r.Id);
        return [.. entries.Select(entry => entry with
        {
            Actor = entry.Actor with { Name = records.GetValueOrDefault(entry.Actor.Id)?.Name ?? "" },
            Records = [.. Mentioned(entry).Distinct().Where(records.ContainsKey).Select(id => records[id])],
        })];
    }

    private SqlText Sql(Guid[] ids)
    {
        var (first, second) = user.Language == "fr" ? ("fr", "en") : ("en", "fr");
        SqlText[] parts =
        [
            SqlText.Of($"""
                select id as "Id", name as "Name", case when is_service then 'serviceAccount' else 'user' end as "Kind" from users where id = any({ids})
                """),
            .. Plain.Select(p => SqlText.Of($"select id, name, {SqlText.Raw($"'{p.Kind}'")} from {SqlText.Raw(p.Table)} where id = any({ids})")),
            .. Translated.Select(p => SqlText.Of(
                $"select id, coalesce({SqlText.Raw($"name_{first}, name_{second}), '{p.Kind}'")} from {SqlText.Raw(p.Table)} where id = any({ids})")),
            SqlText.Of($"select t.id, t.reference, t.practice from tickets t where t.id = any({ids}) and {scope.Sees("t")}"),
        ];
        return SqlText.Join(" union all ", parts);
    }

    private static IEnumerable<Guid> Mentioned(AuditEntryResponse entry)
    {
        // The row of a membership has the ids of both its ends.
        var own = entry.EntityId.Split('/');
        return own.Concat(Texts(entry.Before)).Concat(Texts(entry.After))
            .Select(text => Guid.TryParseExact(text, "D", out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty);
    }

    private static IEnumerable<string?> Texts(JsonElement? values) => values is { ValueKind: JsonValueKind.Object } members
        ? members.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.String).Select(m => m.Value.GetString())
        : [];
}
