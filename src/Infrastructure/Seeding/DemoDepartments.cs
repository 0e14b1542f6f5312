using System.Globalization;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Infrastructure.Seeding;

/// <summary>Where the demo's people stand in the organisation, and how they are called. Each department but the IT's is led by the first who joins it.</summary>
internal sealed class DemoDepartments
{
    /// <summary>Its numbers are British; those of all others French.</summary>
    private const string BritishSite = "London";

    private readonly List<Department> all;
    private readonly Dictionary<DepartmentId, UserId> heads = [];
    private int employees;
    private int numbers = 12;

    private DemoDepartments(List<Department> all) => this.all = all;

    private Department Administration => all[0];

    private Department It => all[1];

    public static async Task<DemoDepartments> OpenAsync(DemoCopy copy, DateTimeOffset now)
    {
        List<Department> all = [.. DemoTexts.Table("departments.txt").Select(line => Department.Open(line[0], now))];
        await copy.WriteAsync(all);
        return new DemoDepartments(all);
    }

    /// <summary>Who all of the IT report to, wherever their own manager is not known.</summary>
    public void LeadIt(UserId head) => heads[It.Id] = head;

    public void JoinIt(User person, string? site) => Join(person, It, site);

    /// <summary>In the order they are asked for: one at the head of each department, then by chance.</summary>
    public void Join(User person, string? site)
    {
        Department[] others = [.. all.Where(d => d != It)];
        Join(person, employees < others.Length ? others[employees] : DemoChance.Pick(others, person.UserName), site);
        employees++;
    }

    private void Join(User person, Department department, string? site)
    {
        heads.TryAdd(department.Id, person.Id);
        var head = heads[department.Id] == person.Id ? heads.GetValueOrDefault(Administration.Id, person.Id) : heads[department.Id];
        person.Edit(person.Details with { DepartmentId = department.Id, ManagerId = head == person.Id ? null : head, Phone = NextNumber(site) });
    }

    // Of the ranges that belong to nobody, for films and books.
    private string NextNumber(string? site)
    {
        var number = numbers++;
        return site == BritishSite
            ? string.Create(CultureInfo.InvariantCulture, $"+44 1632 960{number:000}")
            : string.Create(CultureInfo.InvariantCulture, $"+33 1 99 00 {number / 100:00} {number % 100:00}");
    }
}
