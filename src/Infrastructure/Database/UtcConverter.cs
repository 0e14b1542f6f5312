using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ServiceDesk.Infrastructure.Database;

/// <summary>PostgreSQL's timestamptz takes instants in UTC only; callers may send any offset.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(value => value.ToUniversalTime(), value => value);
