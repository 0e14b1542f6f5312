using System.Reflection;
using ServiceDesk.Api.Problems;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Architecture.Tests;

/// <summary>The four rooms, and what is in them that people wrote.</summary>
internal static class Rooms
{
    public static readonly Assembly Domain = typeof(AggregateRoot).Assembly;
    public static readonly Assembly Application = typeof(IServiceDeskDb).Assembly;
    public static readonly Assembly Infrastructure = typeof(ServiceDeskDbContext).Assembly;
    public static readonly Assembly Api = typeof(ProblemCodes).Assembly;

    public static IEnumerable<Type> TypesOf(params Assembly[] rooms) =>
        rooms.SelectMany(r => r.GetTypes()).Where(t => t.Namespace?.StartsWith("ServiceDesk", StringComparison.Ordinal) == true
            && !t.Name.Contains('<', StringComparison.Ordinal) && !t.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)));

    /// <summary>Fails with the offenders as a list, and when there was nothing to examine.</summary>
    public static void Hold<T>(IReadOnlyCollection<T> examined, Func<T, bool> good, Func<T, string> name)
    {
        Assert.That(examined, Is.Not.Empty, "Nothing was examined.");
        Assert.That(examined.Where(x => !good(x)).Select(name).Order(StringComparer.Ordinal), Is.Empty);
    }
}
