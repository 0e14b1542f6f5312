using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Audit;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Tickets;

/// <summary>Keeps what the caller is writing on a ticket; with If-Match only over the version they know.</summary>
[Permission(Permissions.CommentsAdd)]
public sealed record SaveDraft(TicketKey Ticket, DraftKind Kind, string Body, long? ConversationVersion) : ICommand<DraftResponse>;

/// <summary>What the caller is writing on a ticket and has not sent.</summary>
public sealed record DraftResponse(DraftKind Kind, string Body, long? ConversationVersion, DateTimeOffset SavedAt, long Version) : IVersioned
{
    internal static DraftResponse Of(Draft d) => new(d.Kind, d.Body, d.ConversationVersion, d.SavedAt, d.Version);
}

internal sealed class SaveDraftValidator : AbstractValidator<SaveDraft>
{
    public SaveDraftValidator() => RuleFor(x => x.Body).MaximumLength(Comment.BodyMaxLength);
}

internal sealed class SaveDraftHandler(
    IServiceDeskDb db, ICurrentUser user, IRequestConditions conditions, ConversationScope scope, TicketRights rights, TimeProvider clock)
    : IRequestHandler<SaveDraft, DraftResponse>
{
    public async Task<DraftResponse> Handle(SaveDraft request, CancellationToken ct)
    {
        if (request.Kind == DraftKind.Note && !user.May(Permissions.CommentsReadInternal))
            throw new ForbiddenException(Permissions.CommentsReadInternal);

        var ticket = await scope.IdAsync<Ticket>(request.Ticket, ct);
        if (request.Kind == DraftKind.Note && !await rights.AllowAsync(Permissions.CommentsReadInternal, request.Ticket, ct))
            throw new ForbiddenException(Permissions.CommentsReadInternal);
        var act = new Act(user.Id, clock.GetUtcNow());
        var draft = await db.Set<Draft>().SingleOrDefaultAsync(d => d.TicketId == ticket && d.UserId == act.By && d.Kind == request.Kind, ct);
        if (conditions.IfMatch is { } asked && !asked.Allows(draft?.Version))
            throw new PreconditionFailedException(
                draft?.Version ?? 0, async (sender, stop) => await sender.Send(new GetDraft(request.Ticket, request.Kind), stop),
                (_, _) => Task.FromResult<object?>(Saves(draft)));

        if (draft is null)
            db.Set<Draft>().Add(draft = Draft.Begin(ticket, request.Kind, act));
        draft.Save(request.Body, request.ConversationVersion, act.At);

        await db.SaveChangesAsync(ct);
        return DraftResponse.Of(draft);
    }

    // The trail leaves drafts out, and nobody else writes this one.
    private RecordChange[] Saves(Draft? draft) => draft is null ? []
        : [new RecordChange(draft.Version, "changed", new PersonRef(user.Id.Value, user.Name), draft.SavedAt, new ChangedFields(["body"]))];
}
