namespace ServiceDesk.Domain.Common;

/// <summary>
/// What is refused here is no error of a request, so the contract lists none of its codes: it stands within an answer, or it was refused
/// before, when what is stored was written. Of a method all that it does, of a class the use cases it sends.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class RefusesNobodyAttribute : Attribute;

/// <summary>The rule that decides on one value of an enumeration: whoever names that value in a call can be refused as this method says.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RuleOfAttribute(object value) : Attribute
{
    public object Value { get; } = value;
}
