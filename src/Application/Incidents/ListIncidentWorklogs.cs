using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>The time spent on an incident, oldest first, with its sum.</summary>
[Permission(Permissions.CommentsReadInternal)]
public sealed record ListIncidentWorklogs(TicketKey Incident, int Limit, string? Cursor) : IQuery<WorklogPage>;

/// <summary>One page of worklogs; the sum is of all of them.</summary>
public sealed record WorklogPage(IReadOnlyList<WorklogResponse> Items, string? NextCursor, long TotalMinutes);

internal sealed class ListIncidentWorklogsValidator : AbstractValidator<ListIncidentWorklogs>
{
    public ListIncidentWorklogsValidator() => RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
}

internal sealed class ListIncidentWorklogsHandler(IServiceDeskDb db, ConversationScope scope, WorklogDesk desk)
    : IRequestHandler<ListIncidentWorklogs, WorklogPage>
{
    private const string Sort = "at";

    public async Task<WorklogPage> Handle(ListIncidentWorklogs request, CancellationToken ct)
    {
        var ticket = await scope.IdAsync<Incident>(request.Incident, ct);
        var all = db.Set<Worklog>().Where(w => w.TicketId == ticket);
        var worklogs = all;
        if (Cursor.Parse(request.Cursor, Sort, 2) is { } cursor)
        {
            var (at, id) = (cursor.Instant(0), new WorklogId(cursor.Id(1)));
            worklogs = worklogs.Where(w => EF.Functions.GreaterThan(ValueTuple.Create(w.At, w.Id), ValueTuple.Create(at, id)));
        }

        var rows = await desk.ListAsync(worklogs.OrderBy(w => w.At).ThenBy(w => w.Id).Take(request.Limit + 1), ct);
        var page = rows.ToPage(request.Limit, Sort, r => [Keyset.Text(r.At), r.Id.ToString()]);
        return new WorklogPage(page.Items, page.NextCursor, await all.SumAsync(w => (long)w.Minutes, ct));
    }
}
