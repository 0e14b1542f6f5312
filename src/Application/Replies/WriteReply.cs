using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Replies;

namespace ServiceDesk.Application.Replies;

/// <summary>Writes a canned reply: for oneself, for a team of one's own, or with the right for everybody.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record WriteReply : ICommand<ReplyResponse>
{
    public required LocalizedText Name { get; init; }

    /// <summary>Markdown with places such as {{requester.name}}.</summary>
    public required LocalizedText Body { get; init; }
    public SharingScope Scope { get; init; }
    public Guid? TeamId { get; init; }
}

internal sealed class WriteReplyValidator : AbstractValidator<WriteReply>
{
    public WriteReplyValidator()
    {
        RuleFor(x => x.Name).Says(LocalizedText.MaxLength);
        RuleFor(x => x.Body).Says(CannedReply.BodyMaxLength);
    }
}

internal sealed class WriteReplyHandler(IServiceDeskDb db, ICurrentUser user, SharingRules rules, ReplyReader reader, TimeProvider clock)
    : IRequestHandler<WriteReply, ReplyResponse>
{
    public async Task<ReplyResponse> Handle(WriteReply request, CancellationToken ct)
    {
        var sharing = new Sharing(request.Scope, request.TeamId is { } team ? new TeamId(team) : null).Checked();
        await rules.DemandAsync(sharing, ct);

        var reply = CannedReply.Write(new ReplyContent(request.Name, request.Body, sharing), new Act(user.Id, clock.GetUtcNow()));
        db.Set<CannedReply>().Add(reply);

        await db.SaveChangesAsync(ct);
        return await reader.GetAsync(reply.Id, ct);
    }
}
