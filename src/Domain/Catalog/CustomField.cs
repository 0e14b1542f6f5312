using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.Catalog;

public readonly record struct CustomFieldId(Guid Value) : ITypedId<CustomFieldId>
{
    public static CustomFieldId From(Guid value) => new(value);

    public static CustomFieldId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

public enum CustomFieldType
{
    Text,
    Number,
    Date,
    Boolean,
    Choice,
    MultiChoice,
    User,
}

/// <summary>One of the values a choice offers; the key is what tickets hold.</summary>
public sealed record CustomFieldOption(string Key, LocalizedText Name);

/// <summary>A field an administrator added to tickets. Its key and type are for good, as tickets hold values under them.</summary>
public sealed class CustomField : AggregateRoot, IVersioned
{
    public const int KeyMaxLength = 60;
    public const int MaxOptions = 200;

    private CustomField() { }

    public CustomFieldId Id { get; private init; }
    public string Key { get; private init; } = "";
    public CustomFieldType Type { get; private init; }
    public LocalizedText Name { get; private set; } = LocalizedText.Both("");

    /// <summary>A ticket cannot be opened without it.</summary>
    public bool Required { get; private set; }
    public IReadOnlyList<CustomFieldOption> Options { get; private set; } = [];

    /// <summary>The practice whose tickets have it; null for all.</summary>
    public Practice? Practice { get; private set; }
    public bool Active { get; private set; } = true;
    public long Version { get; private set; }

    private bool Chooses => Type is CustomFieldType.Choice or CustomFieldType.MultiChoice;

    public static CustomField Define(
        string key, CustomFieldType type, LocalizedText name, bool required, IReadOnlyList<CustomFieldOption> options, Practice? practice, DateTimeOffset now)
    {
        if (key is not { Length: > 0 and <= KeyMaxLength } || !char.IsAsciiLetterLower(key[0]) || !key.All(char.IsAsciiLetterOrDigit))
            throw RuleViolationException.Meaning("custom_field.key", $"A key is camelCase, at most {KeyMaxLength} letters and digits.");

        var field = new CustomField { Id = CustomFieldId.New(now), Key = key, Type = type };
        field.Describe(name, required, options, practice, active: true);
        return field;
    }

    /// <summary>Values that tickets already hold stay, even of options that are offered no more.</summary>
    public void Describe(LocalizedText name, bool required, IReadOnlyList<CustomFieldOption> options, Practice? practice, bool active)
    {
        ArgumentNullException.ThrowIfNull(options);

        if (Chooses != options.Count > 0 || options.Count > MaxOptions)
            throw RuleViolationException.Meaning(
                "custom_field.options", $"A choice has at least one and at most {MaxOptions} options, any other type none.");
        if (options.DistinctBy(o => o.Key).Count() < options.Count || options.Any(o => o.Key is not { Length: > 0 and <= KeyMaxLength }))
            throw RuleViolationException.Meaning(
                "custom_field.option_key", $"Each option has a key of its own, of at most {KeyMaxLength} characters.");

        (Name, Required, Options, Practice, Active, Version) = (name, required, [.. options], practice, active, Version + 1);
    }
}
