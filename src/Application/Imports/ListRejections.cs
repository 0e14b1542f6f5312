using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Imports;

namespace ServiceDesk.Application.Imports;

/// <summary>Every row that an import could not take, in the order of the file.</summary>
[Permission(Permissions.ImportsRun)]
public sealed record ListRejections(Guid Id, string? Cursor = null, int Limit = Paging.DefaultLimit) : IQuery<Page<RejectedRow>>;

internal sealed class ListRejectionsValidator : AbstractValidator<ListRejections>
{
    public ListRejectionsValidator() => RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
}

internal sealed class ListRejectionsHandler(IServiceDeskDb db) : IRequestHandler<ListRejections, Page<RejectedRow>>
{
    private const string Sort = "row";

    public async Task<Page<RejectedRow>> Handle(ListRejections request, CancellationToken ct)
    {
        var id = new ImportId(request.Id);
        if (!await db.Set<DataImport>().AnyAsync(i => i.Id == id, ct))
            throw new NotFoundException("The import");

        var after = Cursor.Parse(request.Cursor, Sort, 1) is { } cursor && long.TryParse(cursor.Values[0], CultureInfo.InvariantCulture, out var row) ? row : 0;
        var rows = await db.Set<ImportRejection>().AsNoTracking().Where(r => r.ImportId == id && r.Row > after).OrderBy(r => r.Row)
            .Take(request.Limit + 1).Select(r => new RejectedRow(r.Row, r.Reason, r.Code, r.Details)).ToListAsync(ct);
        var more = rows.Count > request.Limit;
        if (more)
            rows.RemoveAt(request.Limit);
        return new Page<RejectedRow>(rows, more ? new Cursor(Sort, [rows[^1].Row.ToString(CultureInfo.InvariantCulture)]).ToString() : null);
    }
}
