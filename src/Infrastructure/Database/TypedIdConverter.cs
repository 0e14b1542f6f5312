using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ServiceDesk.Domain.Common;

namespace ServiceDesk.Infrastructure.Database;

/// <summary>Stores a typed id as its uuid.</summary>
internal sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, Back)
    where TId : struct, ITypedId<TId>
{
    // An expression tree may not call a static interface member, so a private method stands between.
    private static readonly Expression<Func<Guid, TId>> Back = value => Make(value);

    private static TId Make(Guid value) => TId.From(value);
}
