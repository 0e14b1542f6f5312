using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.Catalog;

/// <summary>Keeps the categories a tree, and what they name there.</summary>
public sealed class CategoryTree(IServiceDeskDb db)
{
    public const int MaxDepth = 10;

    /// <summary>Refuses a team that is not there or out of use: no ticket would ever reach it.</summary>
    public async Task RequireTeamAsync(TeamId? team, CancellationToken ct)
    {
        if (team is { } wanted && !await db.Teams.AnyAsync(t => t.Id == wanted && t.Active, ct))
            throw RuleViolationException.Meaning("team.unknown", "defaultTeamId names no active team.", "defaultTeamId");
    }

    /// <summary>Refuses a parent that is not there, that lies below the category itself, or that lies too deep. Called in the transaction of the save.</summary>
    public async Task RequireParentAsync(CategoryId? category, CategoryId? parent, CancellationToken ct)
    {
        if (parent is not { } wanted)
            return;

        // Two moves that are each allowed may not be together: the second waits here and sees the first.
        await db.Sql<Guid>($"select id as \"Value\" from categories order by id for no key update").ToListAsync(ct);
        var parents = await db.Categories.AsNoTracking()
            .Select(c => new { c.Id, c.ParentId }).ToDictionaryAsync(c => c.Id, c => c.ParentId, ct);
        if (!parents.ContainsKey(wanted))
            throw RuleViolationException.Meaning("category.unknown", "parentId names no category.");

        var depth = 1;
        for (CategoryId? above = wanted; above is { } at; above = parents[at], depth++)
        {
            if (at == category)
                throw RuleViolationException.Meaning("category.cycle", "A category cannot lie below itself.");
            if (depth >= MaxDepth)
                throw RuleViolationException.Meaning("category.too_deep", $"Categories are at most {MaxDepth} levels deep.");
        }
    }
}
