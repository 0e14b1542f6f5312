using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Infrastructure.Audit;

/// <summary>Writes down every change of an aggregate in the transaction that makes it; nobody has to remember to.</summary>
internal static class AuditTrail
{
    // Said by the ticket's own timeline or derived from it.
    private static readonly HashSet<string> Unsaid =
        ["Version", "UpdatedAt", "EventSequence", "PublicVersion", "PublicUpdatedAt", "PublicEventSequence", "ConversationVersion", "DueAt"];

    /// <summary>The people among the changes: what tells who they are is written under their keys.</summary>
    public static IEnumerable<User> PeopleIn(IEnumerable<EntityEntry> changes) => changes.Where(IsAudited).Select(e => e.Entity).OfType<User>();

    public static IEnumerable<AuditEntry> Of(
        IReadOnlyCollection<EntityEntry> changes, ICurrentUser user, IReadOnlyDictionary<Guid, PersonalKey> keys, DateTimeOffset now) =>
        from entry in changes
        where IsAudited(entry)
        let key = entry.Entity is User person ? keys[person.Id.Value] : null
        let before = entry.State == EntityState.Added ? null : Values(entry, original: true, key)
        let after = entry.State == EntityState.Deleted ? null : Values(entry, original: false, key)
        where before?.Count != 0 || after?.Count != 0
        select new AuditEntry
        {
            At = now,
            ActorId = user.Id.Value,
            Via = user.Via,
            RemoteAddress = user.RemoteAddress,
            Action = entry.State switch { EntityState.Added => "added", EntityState.Modified => "changed", _ => "removed" },
            Entity = NameOf(entry.Metadata),
            EntityId = IdOf(entry.Metadata, p => entry.CurrentValues[p]),
            Version = VersionOf(entry, changes),
            Before = before is null ? null : JsonSerializer.Serialize(before, TicketEvent.DetailFormat),
            After = after is null ? null : JsonSerializer.Serialize(after, TicketEvent.DetailFormat),
        };

    /// <summary>What the trail calls this kind of record.</summary>
    public static string NameOf(IEntityType type) => JsonNamingPolicy.CamelCase.ConvertName(type.ClrType.Name);

    /// <summary>What the trail calls one of them.</summary>
    public static string IdOf(IEntityType type, Func<IProperty, object?> value) => string.Join("/", Identity(type).Select(p => Plain(p, value(p))));

    /// <summary>What is written down by itself and belongs to a record of this kind; its id begins with the record's.</summary>
    public static string? PartOf(string entity) => entity == "team" ? "teamMember" : null;

    private static long? VersionOf(EntityEntry entry, IReadOnlyCollection<EntityEntry> changes) => entry.Entity switch
    {
        IVersioned versioned => versioned.Version,
        TeamMember member => changes.Select(c => c.Entity).OfType<Team>().FirstOrDefault(t => t.Id == member.TeamId)?.Version,
        _ => null,
    };

    private static bool IsAudited(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && (entry.Entity is AggregateRoot and not INotAudited or TeamMember or Comment or Watcher or TicketItem || IsSaidByTheTimelineAlone(entry));

    // Acts that change no record, or none that is still said: the line of the timeline is what they leave.
    private static bool IsSaidByTheTimelineAlone(EntityEntry entry) =>
        entry is { State: EntityState.Added, Entity: TicketEvent { Type: TicketEventType.Nudged or TicketEventType.Joined or TicketEventType.Redacted } };

    // What belongs to a ticket is called by the ticket first, so that a reader can tell whose it is.
    private static IEnumerable<IProperty> Identity(IEntityType type)
    {
        var key = type.FindPrimaryKey()!.Properties;
        return type.ClrType == typeof(Comment) ? [type.FindProperty(nameof(Comment.TicketId))!, .. key] : key;
    }

    private static Dictionary<string, object?> Values(EntityEntry entry, bool original, PersonalKey? key)
    {
        var values = new Dictionary<string, object?>();
        Collect(entry.Properties, "", entry.State == EntityState.Modified, original, key, values);
        foreach (var complex in entry.ComplexProperties.Where(c => original ? c.Properties.Any(p => IsThere(p.OriginalValue)) : c.CurrentValue is not null))
            Collect(complex.Properties, JsonNamingPolicy.CamelCase.ConvertName(complex.Metadata.Name) + ".", entry.State == EntityState.Modified, original, key, values);
        return values;
    }

    // The parts of a value that is not there are all empty; every value has at least one part that cannot be.
    private static bool IsThere(object? part) => part is not null && !(part is ValueType && part.Equals(RuntimeHelpers.GetUninitializedObject(part.GetType())));

    private static void Collect(
        IEnumerable<PropertyEntry> properties, string prefix, bool onlyChanged, bool original, PersonalKey? key, Dictionary<string, object?> into)
    {
        foreach (var property in properties)
        {
            if (Unsaid.Contains(property.Metadata.Name) || IsComputed(property.Metadata) || (onlyChanged && !property.IsModified))
                continue;
            var value = Plain(property.Metadata, original ? property.OriginalValue : property.CurrentValue);
            if (value is not null || onlyChanged)
                into[prefix + JsonNamingPolicy.CamelCase.ConvertName(property.Metadata.Name)] = Protected(property.Metadata, value, key);
        }
    }

    // The database works it out after this was written down.
    private static bool IsComputed(IProperty property) => property.ValueGenerated == ValueGenerated.OnAddOrUpdate;

    private static object? Protected(IProperty property, object? value, PersonalKey? key) =>
        property.PropertyInfo?.IsDefined(typeof(WordsAttribute), false) == true ? Measured(value)
        : value is string text && key is not null && property.PropertyInfo?.IsDefined(typeof(PersonalAttribute), false) == true
            ? PersonalValue.Protect(text, key) : value;

    // Of words their number is told, and which members of an object hold them.
    private static object? Measured(object? value) => value switch
    {
        string words => new { characters = words.Length },
        JsonElement { ValueKind: JsonValueKind.String } words => new { characters = words.GetString()!.Length },
        JsonElement { ValueKind: JsonValueKind.Object } members => members.EnumerateObject().ToDictionary(m => m.Name, m => Measured(m.Value)),
        _ => value,
    };

    // As the database stores it: ids as uuids, enums as words. A member of a value that is not there has no defined word.
    private static object? Plain(IProperty property, object? value) =>
        value is Enum word && !Enum.IsDefined(word.GetType(), word) ? null
        : value is not null && property.GetTypeMapping().Converter is { } converter ? Structured(property, converter.ConvertToProvider(value))
        : Structured(property, value);

    // JSON inside the entry's JSON stays readable.
    private static object? Structured(IProperty property, object? value) =>
        value is string json && property.GetColumnType() == "jsonb" ? JsonElement.Parse(json) : value;
}
