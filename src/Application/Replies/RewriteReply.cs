using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Replies;

namespace ServiceDesk.Application.Replies;

/// <summary>Changes a canned reply: by its owner, or a shared one by those who manage replies.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record RewriteReply(Guid ReplyId, ReplyPatch Patch) : ICommand<ReplyResponse>;

/// <summary>What changes of a canned reply; what is left out stays.</summary>
public sealed record ReplyPatch
{
    public Optional<LocalizedText> Name { get; init; }
    public Optional<LocalizedText> Body { get; init; }
    public Optional<SharingScope?> Scope { get; init; }
    public Optional<Guid?> TeamId { get; init; }
}

internal sealed class RewriteReplyValidator : AbstractValidator<RewriteReply>
{
    public RewriteReplyValidator()
    {
        RuleFor(x => x.Patch.Name).Must(n => !n.IsPresent || LocalizedRules.Says(n.Value, LocalizedText.MaxLength)).OverridePropertyName("name")
            .WithMessage($"A text, or en and fr, of at most {LocalizedText.MaxLength} characters each.");
        RuleFor(x => x.Patch.Body).Must(b => !b.IsPresent || LocalizedRules.Says(b.Value, CannedReply.BodyMaxLength)).OverridePropertyName("body")
            .WithMessage($"A text, or en and fr, of at most {CannedReply.BodyMaxLength} characters each.");
        RuleFor(x => x.Patch.Scope).Must(s => !s.IsPresent || s.Value is not null).OverridePropertyName("scope").WithMessage("Private, team or everybody.");
    }
}

internal sealed class RewriteReplyHandler(
    ICurrentUser user, IRequestConditions conditions, IServiceDeskDb db, SharingRules rules, ReplyReader reader, TimeProvider clock)
    : IRequestHandler<RewriteReply, ReplyResponse>
{
    public async Task<ReplyResponse> Handle(RewriteReply request, CancellationToken ct)
    {
        var (id, patch) = (new CannedReplyId(request.ReplyId), request.Patch);
        var reply = await reader.Usable.ForCommandAsync(r => r.Id == id, "The reply", new GetReply(request.ReplyId), conditions, ct);
        rules.DemandEdit(reply);
        var scope = patch.Scope.IsPresent ? patch.Scope.Value!.Value : reply.Scope;
        var team = patch.TeamId.IsPresent ? patch.TeamId.Value is { } t ? new TeamId(t) : null : scope == SharingScope.Team ? reply.TeamId : null;
        var sharing = new Sharing(scope, team).Checked();
        if (sharing != new Sharing(reply.Scope, reply.TeamId))
            await rules.DemandAsync(sharing, ct);

        reply.Rewrite(new ReplyContent(patch.Name.Or(reply.Name)!, patch.Body.Or(reply.Body)!, sharing), new Act(user.Id, clock.GetUtcNow()));

        await db.SaveChangesAsync(ct);
        return await reader.GetAsync(id, ct);
    }
}

/// <summary>Takes a canned reply away: by its owner, or a shared one by those who manage replies.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record RemoveReply(Guid ReplyId) : ICommand<Unit>;

internal sealed class RemoveReplyHandler(IServiceDeskDb db, IRequestConditions conditions, SharingRules rules, ReplyReader reader)
    : IRequestHandler<RemoveReply, Unit>
{
    public async Task<Unit> Handle(RemoveReply request, CancellationToken ct)
    {
        var id = new CannedReplyId(request.ReplyId);
        var reply = await reader.Usable.ForCommandAsync(r => r.Id == id, "The reply", new GetReply(request.ReplyId), conditions, ct);
        rules.DemandEdit(reply);

        db.Set<CannedReply>().Remove(reply);

        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
