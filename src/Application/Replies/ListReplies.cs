using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Replies;

namespace ServiceDesk.Application.Replies;

/// <summary>The canned replies the caller may use, in the order they were written; q finds words in the names.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record ListReplies(string? Q = null, int Limit = Paging.DefaultLimit, string? Cursor = null) : IQuery<Page<ReplyResponse>>;

internal sealed class ListRepliesValidator : AbstractValidator<ListReplies>
{
    public ListRepliesValidator()
    {
        RuleFor(x => x.Q).MaximumLength(100);
        RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
    }
}

internal sealed class ListRepliesHandler(ReplyReader reader) : IRequestHandler<ListReplies, Page<ReplyResponse>>
{
    private const string Sort = "createdAt";

    public async Task<Page<ReplyResponse>> Handle(ListReplies request, CancellationToken ct)
    {
        var replies = reader.Usable;
        if (!string.IsNullOrWhiteSpace(request.Q))
        {
            var pattern = "%" + request.Q.Trim().Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
            replies = replies.Where(r => EF.Functions.ILike(r.Name.En ?? "", pattern) || EF.Functions.ILike(r.Name.Fr ?? "", pattern));
        }

        if (Cursor.Parse(request.Cursor, Sort, 2) is { } cursor)
        {
            var (at, id) = (cursor.Instant(0), new CannedReplyId(cursor.Id(1)));
            replies = replies.Where(r => EF.Functions.GreaterThan(ValueTuple.Create(r.CreatedAt, r.Id), ValueTuple.Create(at, id)));
        }

        var rows = await reader.ListAsync(replies.OrderBy(r => r.CreatedAt).ThenBy(r => r.Id).Take(request.Limit + 1), ct);
        return rows.ToPage(request.Limit, Sort, r => [Keyset.Text(r.CreatedAt), r.Id.ToString()]);
    }
}

/// <summary>One canned reply.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record GetReply(Guid ReplyId) : IQuery<ReplyResponse>;

internal sealed class GetReplyHandler(ReplyReader reader) : IRequestHandler<GetReply, ReplyResponse>
{
    public Task<ReplyResponse> Handle(GetReply request, CancellationToken ct) => reader.GetAsync(new CannedReplyId(request.ReplyId), ct);
}
