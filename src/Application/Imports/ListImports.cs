using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Imports;

namespace ServiceDesk.Application.Imports;

/// <summary>The imports, the newest first.</summary>
[Permission(Permissions.ImportsRun)]
public sealed record ListImports(string? Cursor = null, int Limit = Paging.DefaultLimit) : IQuery<Page<ImportSummary>>;

internal sealed class ListImportsValidator : AbstractValidator<ListImports>
{
    public ListImportsValidator() => RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
}

internal sealed class ListImportsHandler(IServiceDeskDb db, ImportReader reader) : IRequestHandler<ListImports, Page<ImportSummary>>
{
    private const string Sort = "-id";

    public async Task<Page<ImportSummary>> Handle(ListImports request, CancellationToken ct)
    {
        var imports = db.Set<DataImport>().AsNoTracking();
        if (Cursor.Parse(request.Cursor, Sort, 1) is { } cursor)
        {
            var last = Guid.TryParse(cursor.Values[0], out var id)
                ? new ImportId(id)
                : throw new MalformedRequestException("cursor.invalid", "cursor", "This cursor does not belong to this list and sort.");
            imports = imports.Where(i => EF.Functions.LessThan(ValueTuple.Create(i.Id), ValueTuple.Create(last)));
        }

        var rows = await imports.OrderByDescending(i => i.Id).Take(request.Limit + 1).Select(reader.Summary).ToListAsync(ct);
        var more = rows.Count > request.Limit;
        if (more)
            rows.RemoveAt(request.Limit);
        return new Page<ImportSummary>(rows, more ? new Cursor(Sort, [rows[^1].Id.ToString()]).ToString() : null);
    }
}
