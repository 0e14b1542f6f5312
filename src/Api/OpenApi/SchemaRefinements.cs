using System.Reflection;
using System.Text.Json;
using Microsoft.OpenApi;
using ServiceDesk.Application.Common;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ServiceDesk.Api.OpenApi;

/// <summary>
/// What reflection gets wrong: a member of a merge patch is its value or absent, never an object with isPresent; a record that may
/// be null says so; and an answer always has all its members, also those that may be null.
/// </summary>
internal sealed class SchemaRefinements : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { Count: > 0 } members } concrete || !IsOurs(context.Type))
            return;

        var nullability = new NullabilityInfoContext();
        foreach (var property in context.Type.GetProperties().Where(p => p.CanRead))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (!members.TryGetValue(name, out var member))
                continue;
            if (property.PropertyType is { IsGenericType: true } optional && optional.GetGenericTypeDefinition() == typeof(Optional<>))
                members[name] = OrNull(context.SchemaGenerator.GenerateSchema(optional.GetGenericArguments()[0], context.SchemaRepository), member.Description);
            else if (member is OpenApiSchemaReference && IsNullable(property, nullability))
                members[name] = OrNull(member, member.Description);
        }

        if (IsAnswer(context.Type))
            concrete.Required = new HashSet<string>(members.Keys.Except(MayBeAbsent(context.Type)));
        else
            concrete.Required = new HashSet<string>(members.Keys.Intersect(Wanted(context.Type).Select(JsonNamingPolicy.CamelCase.ConvertName)));
    }

    // What the reader of bodies misses when it is absent: members marked so, and parameters of the constructor without a value of their own.
    private static IEnumerable<string> Wanted(Type type)
    {
        var given = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault()?.GetParameters() ?? [];
        return type.GetProperties().Where(p => p.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), true)).Select(p => p.Name)
            .Concat(given.Where(p => !p.HasDefaultValue).Select(p => p.Name!));
    }

    private static OpenApiSchema OrNull(IOpenApiSchema value, string? description)
    {
        if (value is not OpenApiSchema { OneOf: null or { Count: 0 }, Type: { } type } plain)
        {
            IList<IOpenApiSchema> choices = value is OpenApiSchema { OneOf: { Count: > 0 } several } ? [.. several] : [value];
            return new OpenApiSchema { Description = description, OneOf = [.. choices, new OpenApiSchema { Type = JsonSchemaType.Null }] };
        }

        plain.Type = type | JsonSchemaType.Null;
        plain.Description = description;
        return plain;
    }

    private static bool IsNullable(PropertyInfo property, NullabilityInfoContext nullability) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null
        || (!property.PropertyType.IsValueType && nullability.Create(property).ReadState == NullabilityState.Nullable);

    private static bool IsOurs(Type type) => type.Namespace?.StartsWith("ServiceDesk", StringComparison.Ordinal) == true;

    // Requests are commands, queries and the bodies of endpoints; everything else is answered.
    private static bool IsAnswer(Type type) =>
        !type.Name.EndsWith("Body", StringComparison.Ordinal)
        && !type.Name.EndsWith("Input", StringComparison.Ordinal)
        && !type.Name.EndsWith("Patch", StringComparison.Ordinal)
        && !type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(Application.Messaging.IRequest<>));

    private static IEnumerable<string> MayBeAbsent(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Page<>) ? ["total", "totalCapped", "interpretedAs", "notices", "noticeCodes"] : [];
}
