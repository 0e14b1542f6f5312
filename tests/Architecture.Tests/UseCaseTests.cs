using System.Reflection;
using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;

namespace ServiceDesk.Architecture.Tests;

public sealed class UseCaseTests
{
    private static readonly List<Type> Requests =
        [.. Rooms.TypesOf(Rooms.Application).Where(t => t is { IsClass: true, IsAbstract: false } && Contract(t, typeof(IRequest<>)) is not null)];

    private static readonly List<Type> Handlers =
        [.. Rooms.TypesOf(Rooms.Application).Where(t => t is { IsClass: true, IsAbstract: false } && Contract(t, typeof(IRequestHandler<,>)) is not null)];

    [Test]
    public void Every_use_case_says_what_it_needs() => Rooms.Hold(
        Requests, t => t.IsDefined(typeof(PermissionAttribute)) != t.IsDefined(typeof(PublicAttribute)), t => t.Name);

    [Test]
    public void The_permission_is_one_of_the_product() => Rooms.Hold(
        Requests.Select(t => t.GetCustomAttribute<PermissionAttribute>()?.Name).OfType<string>().ToList(), Permissions.All.Contains, p => p);

    // What is about no one ticket: canned replies and templates belong to people and teams, the list looks only into tickets for which
    // the right counts.
    private static bool IsAboutNoTicket(Type request) => request.Name == "ListPresences" || request.Namespace!.EndsWith(".Replies", StringComparison.Ordinal);

    [Test]
    public void A_right_on_tickets_is_asked_about_a_ticket() => Rooms.Hold(
        Requests.Where(t => t.GetCustomAttribute<PermissionAttribute>() is { } p && Permissions.OnTickets.Contains(p.Name)).ToList(),
        t => t.GetProperties().Any(p => p.PropertyType == typeof(TicketKey)) || IsAboutNoTicket(t), t => t.Name);

    [Test]
    public void Every_use_case_has_one_handler_beside_it()
    {
        Rooms.Hold(Requests, t => Handlers.Sum(h => Handled(h).Count(r => r == t)) == 1, t => t.Name);
        Rooms.Hold(Handlers, h => Handled(h).All(r => r.Namespace == h.Namespace), h => h.Name);
    }

    [Test]
    public void Every_use_case_is_a_command_or_a_query() => Rooms.Hold(
        Requests, t => Contract(t, typeof(ICommand<>)) is not null != Contract(t, typeof(IQuery<>)) is not null, t => t.Name);

    [Test]
    public void Handlers_and_validators_are_internal_and_sealed() => Rooms.Hold(
        [.. Handlers, .. Rooms.TypesOf(Rooms.Application).Where(t => t is { IsAbstract: false } && Contract(t, typeof(IValidator<>)) is not null)],
        t => t is { IsNotPublic: true, IsSealed: true } or { IsNestedAssembly: true, IsSealed: true }, t => t.Name);

    [Test]
    public void A_handler_never_sends_another_request() => Rooms.Hold(
        Handlers, h => h.GetConstructors().SelectMany(c => c.GetParameters()).All(p => p.ParameterType != typeof(ISender)), h => h.Name);

    [Test]
    public void Built_in_roles_bundle_permissions_that_exist() => Rooms.Hold(
        BuiltInRoles.All.SelectMany(r => r.Permissions.Select(p => (r.Key, Permission: p))).ToList(), x => Permissions.All.Contains(x.Permission), x => $"{x.Key}: {x.Permission}");

    // Use cases of one small record may share a handler: making, changing and ending a token.
    private static IEnumerable<Type> Handled(Type handler) => handler.GetInterfaces()
        .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)).Select(i => i.GenericTypeArguments[0]);

    private static Type? Contract(Type type, Type open) => type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == open);
}
