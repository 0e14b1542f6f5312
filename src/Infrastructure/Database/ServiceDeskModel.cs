using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Infrastructure.Database;

/// <summary>
/// The mapping of the domain to tables, built once in a process. It takes longer than anything else at start and needs no database, so it
/// is begun before all else (ADR 0019).
/// </summary>
public static class ServiceDeskModel
{
    private static readonly Lazy<IModel> Built = new(() =>
    {
        using var context = new ServiceDeskDbContext(new DbContextOptionsBuilder<ServiceDeskDbContext>().UseNpgsql().Options, new Caller(), null);
        return context.Model;
    });

    /// <summary>The model; whoever asks first builds it.</summary>
    public static IModel Current => Built.Value;

    /// <summary>Builds it beside what else is to be done.</summary>
    public static Task BuildAsync() => Task.Run(() => Built.Value);
}
