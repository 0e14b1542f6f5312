using System.Text.Json.Serialization;

namespace ServiceDesk.Application.Search;

/// <summary>
/// A question about tickets as a tree in neutral words: what a typed query is parsed into, what the parameters of a list become
/// and what a view stores, so that renaming a label breaks none of them.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(AllOf), "all")]
[JsonDerivedType(typeof(AnyOf), "any")]
[JsonDerivedType(typeof(Not), "not")]
[JsonDerivedType(typeof(FieldCondition), "field")]
[JsonDerivedType(typeof(Words), "words")]
[JsonDerivedType(typeof(Changed), "changed")]
[JsonDerivedType(typeof(Nothing), "nothing")]
public abstract record SearchNode
{
    /// <summary>The conditions that must all hold.</summary>
    [JsonIgnore]
    public IReadOnlyList<SearchNode> Conjuncts => this is AllOf all ? all.Of : [this];

    /// <summary>All of them; the tree stays flat.</summary>
    public static SearchNode All(IEnumerable<SearchNode> nodes)
    {
        SearchNode[] flat = [.. nodes.SelectMany(n => n.Conjuncts)];
        return flat.Length == 1 ? flat[0] : new AllOf(flat);
    }

    /// <summary>Every node of the tree.</summary>
    public IEnumerable<SearchNode> Everything() => this switch
    {
        AllOf all => all.Of.SelectMany(n => n.Everything()).Prepend(this),
        AnyOf any => any.Of.SelectMany(n => n.Everything()).Prepend(this),
        Not not => not.Of.Everything().Prepend(this),
        _ => [this],
    };
}

public sealed record AllOf(IReadOnlyList<SearchNode> Of) : SearchNode;

public sealed record AnyOf(IReadOnlyList<SearchNode> Of) : SearchNode;

public sealed record Not(SearchNode Of) : SearchNode;

/// <summary>A field against values; several values mean any of them.</summary>
public sealed record FieldCondition(string Field, SearchOp Op, IReadOnlyList<string> Values) : SearchNode
{
    public static FieldCondition Of(string field, params string[] values) => new(field, SearchOp.Is, values);
}

/// <summary>Words of the text; the last one may be only begun. A phrase wants them side by side.</summary>
public sealed record Words(string Text, bool Phrase = false, bool Begun = false) : SearchNode;

/// <summary>A field was changed at some time: from and to what, by whom and when, as far as it is said. Two ends of a time, or one.</summary>
public sealed record Changed(string Field, string? From, string? To, string? By, IReadOnlyList<string> During) : SearchNode;

/// <summary>Matches nothing: a field or a value that is not there.</summary>
public sealed record Nothing(string Because) : SearchNode;

public enum SearchOp
{
    /// <summary>Equals, or contains, as is natural for the field.</summary>
    Is,
    IsNot,
    Less,
    AtMost,
    More,
    AtLeast,
    Contains,
    Starts,

    /// <summary>From the first value to the second, both included; an empty one is open.</summary>
    Between,
}
