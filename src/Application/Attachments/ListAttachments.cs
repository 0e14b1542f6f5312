using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Attachments;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Attachments;

/// <summary>The files of a ticket, oldest first.</summary>
[Permission(Permissions.IncidentsRead)]
public sealed record ListAttachments(TicketKey Ticket, string? Cursor, int? Limit) : IQuery<Page<AttachmentResponse>>;

internal sealed class ListAttachmentsValidator : AbstractValidator<ListAttachments>
{
    public ListAttachmentsValidator() => RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
}

internal sealed class ListAttachmentsHandler(IServiceDeskDb db, AttachmentDesk desk) : IRequestHandler<ListAttachments, Page<AttachmentResponse>>
{
    private const string Sort = "uploadedAt";

    public async Task<Page<AttachmentResponse>> Handle(ListAttachments request, CancellationToken ct)
    {
        var limit = request.Limit ?? Paging.DefaultLimit;
        var ticket = await db.Tickets.Where(request.Ticket.Matches<Ticket>()).Select(t => (TicketId?)t.Id).SingleOrDefaultAsync(ct)
            ?? throw new NotFoundException("The ticket");
        var files = desk.VisibleOf(ticket);
        if (Cursor.Parse(request.Cursor, Sort, 2) is { } cursor)
        {
            var at = new DateTimeOffset(long.Parse(cursor.Values[0], CultureInfo.InvariantCulture), TimeSpan.Zero);
            var id = new AttachmentId(Guid.Parse(cursor.Values[1]));
            files = files.Where(a => EF.Functions.GreaterThan(ValueTuple.Create(a.UploadedAt, a.Id), ValueTuple.Create(at, id)));
        }

        var rows = await files.OrderBy(a => a.UploadedAt).ThenBy(a => a.Id).Take(limit + 1).Select(AttachmentResponse.From(db)).ToListAsync(ct);
        var last = rows.Count > limit ? rows[limit - 1] : null;
        var next = last is null ? null : new Cursor(Sort, [last.UploadedAt.UtcTicks.ToString(CultureInfo.InvariantCulture), last.Id.ToString()]).ToString();
        return new Page<AttachmentResponse>([.. rows.Take(limit)], next);
    }
}
