namespace ServiceDesk.Domain.Common;

/// <summary>The identity of one aggregate root; keeps an incident's id from being passed where a team's is wanted.</summary>
public interface ITypedId<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}
