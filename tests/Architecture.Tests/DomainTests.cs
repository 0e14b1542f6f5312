using System.Reflection;
using System.Runtime.CompilerServices;
using ServiceDesk.Domain.Common;
using ServiceDesk.Infrastructure.Outbox;

namespace ServiceDesk.Architecture.Tests;

public sealed class DomainTests
{
    [Test]
    public void Nothing_in_the_domain_is_set_from_outside() => Rooms.Hold(
        Rooms.TypesOf(Rooms.Domain).SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)).ToList(),
        p => p.SetMethod is not { IsPublic: true } set || set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)),
        p => $"{p.DeclaringType!.Name}.{p.Name}");

    [Test]
    public void Collections_of_aggregates_are_read_only() => Rooms.Hold(
        Rooms.TypesOf(Rooms.Domain).Where(t => t.IsAssignableTo(typeof(AggregateRoot))).SelectMany(t => t.GetProperties()).ToList(),
        p => !p.PropertyType.IsGenericType || p.PropertyType.GetGenericTypeDefinition() != typeof(List<>),
        p => $"{p.DeclaringType!.Name}.{p.Name}");

    [Test]
    public void Aggregates_are_made_by_a_verb_of_the_business_and_not_by_a_constructor() => Rooms.Hold(
        Rooms.TypesOf(Rooms.Domain).Where(t => t.IsAssignableTo(typeof(AggregateRoot)) && !t.IsAbstract).ToList(),
        t => t.GetConstructors().Length == 0,
        t => t.Name);

    [Test]
    public void Events_are_sealed_records_with_stable_names_of_their_own()
    {
        var events = Rooms.TypesOf(Rooms.Domain).Where(t => t.IsAssignableTo(typeof(IDomainEvent)) && t.IsClass).ToList();

        Rooms.Hold(events, t => t.IsSealed && t.GetMethod("<Clone>$") is not null, t => t.Name);
        Rooms.Hold(events, t => t.GetCustomAttribute<EventNameAttribute>() is not null, t => t.Name);
        Assert.That(events.Select(t => t.GetCustomAttribute<EventNameAttribute>()!.Name), Is.Unique);
        Assert.That(EventCatalog.All, Is.EquivalentTo(events));
    }

    [Test]
    public void Every_member_of_a_stored_enum_fits_its_column() => Rooms.Hold(
        Rooms.TypesOf(Rooms.Domain).Where(t => t.IsEnum).SelectMany(Enum.GetNames).ToList(), name => name.Length <= 32, name => name);
}
