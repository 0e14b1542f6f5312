using System.Reflection;

namespace ServiceDesk.Architecture.Tests;

public sealed class RoomTests
{
    [Test]
    public void The_domain_knows_the_base_class_library_alone() =>
        Rooms.Hold(Rooms.Domain.GetReferencedAssemblies(), a => a.Name!.StartsWith("System", StringComparison.Ordinal), a => a.Name!);

    [Test]
    public void The_application_knows_neither_the_web_nor_the_driver() => Rooms.Hold(
        Rooms.Application.GetReferencedAssemblies(),
        a => a.Name is not "Npgsql" && !a.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal),
        a => a.Name!);

    [Test]
    public void Rooms_are_entered_from_above_only()
    {
        Assert.That(Names(Rooms.Application), Does.Not.Contain("ServiceDesk.Infrastructure").And.Not.Contain("ServiceDesk.Api").And.Contain("ServiceDesk.Domain"));
        Assert.That(Names(Rooms.Infrastructure), Does.Not.Contain("ServiceDesk.Api").And.Contain("ServiceDesk.Application"));
    }

    [Test]
    public void Every_concrete_class_is_sealed() => Rooms.Hold(
        Rooms.TypesOf(Rooms.Domain, Rooms.Application, Rooms.Infrastructure, Rooms.Api).Where(t => t is { IsClass: true, IsAbstract: false } && t.Name != "Program").ToList(),
        t => t.IsSealed || Rooms.TypesOf(t.Assembly).Any(heir => IsHeir(heir, t)),
        t => t.FullName!);

    private static bool IsHeir(Type heir, Type of) => heir.BaseType is { } b && (b.IsGenericType ? b.GetGenericTypeDefinition() : b) == of;

    private static IEnumerable<string> Names(Assembly room) => room.GetReferencedAssemblies().Select(a => a.Name!);
}
