using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Replies;

namespace ServiceDesk.Application.Replies;

/// <summary>Who uses, shares and changes prepared texts: one's own, those of one's teams, and those for everybody.</summary>
public sealed class SharingRules(IServiceDeskDb db, ICurrentUser user)
{
    private bool Manages => user.May(Permissions.RepliesManage);

    /// <summary>What the caller may use; who manages replies sees all but other people's private ones.</summary>
    public IQueryable<T> Usable<T>(IQueryable<T> texts)
        where T : class, IShared
    {
        var (me, teams, manages) = (user.Id, user.TeamIds.Select(t => (TeamId?)t).ToList(), Manages);
        return texts.Where(x => x.OwnerId == me || x.Scope == SharingScope.Everybody
            || (x.Scope == SharingScope.Team && (manages || teams.Contains(x.TeamId))));
    }

    /// <summary>Sharing with a team is for its members; sharing with everybody for those who manage replies.</summary>
    public async Task DemandAsync(Sharing sharing, CancellationToken ct)
    {
        if (Manages && sharing.TeamId is { } id && !await db.Teams.AnyAsync(t => t.Id == id && t.Active, ct))
            throw RuleViolationException.Meaning("team.unknown", "teamId names no active team.");
        if (Manages || sharing.Scope == SharingScope.Private)
            return;
        if (sharing.Scope == SharingScope.Everybody || (sharing.TeamId is { } team && !user.TeamIds.Contains(team)))
            throw new ForbiddenException(Permissions.RepliesManage);
    }

    /// <summary>Changed by its owner, or when it is shared by those who manage replies.</summary>
    public void DemandEdit(IShared text)
    {
        if (text.OwnerId != user.Id && !Manages)
            throw new ForbiddenException(Permissions.RepliesManage);
    }
}

/// <summary>A label or a text in both languages, at least one of which says something.</summary>
internal static class LocalizedRules
{
    public static bool Says(LocalizedText? text, int maxLength) =>
        text is not null && (!string.IsNullOrWhiteSpace(text.En) || !string.IsNullOrWhiteSpace(text.Fr)) && Fits(text, maxLength);

    public static bool Fits(LocalizedText? text, int maxLength) => (text?.En?.Length ?? 0) <= maxLength && (text?.Fr?.Length ?? 0) <= maxLength;

    public static IRuleBuilderOptions<T, LocalizedText?> Says<T>(this IRuleBuilder<T, LocalizedText?> rule, int maxLength) =>
        rule.Must(t => Says(t, maxLength)).WithMessage($"A text, or en and fr, of at most {maxLength} characters each.");
}
