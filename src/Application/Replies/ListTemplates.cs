using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Replies;

namespace ServiceDesk.Application.Replies;

/// <summary>The ticket templates the caller may use, in the order they were written.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record ListTemplates(int Limit = Paging.DefaultLimit, string? Cursor = null) : IQuery<Page<TemplateResponse>>;

internal sealed class ListTemplatesValidator : AbstractValidator<ListTemplates>
{
    public ListTemplatesValidator() => RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
}

internal sealed class ListTemplatesHandler(TemplateReader reader) : IRequestHandler<ListTemplates, Page<TemplateResponse>>
{
    private const string Sort = "createdAt";

    public async Task<Page<TemplateResponse>> Handle(ListTemplates request, CancellationToken ct)
    {
        var templates = reader.Usable;
        if (Cursor.Parse(request.Cursor, Sort, 2) is { } cursor)
        {
            var (at, id) = (cursor.Instant(0), new TicketTemplateId(cursor.Id(1)));
            templates = templates.Where(t => EF.Functions.GreaterThan(ValueTuple.Create(t.CreatedAt, t.Id), ValueTuple.Create(at, id)));
        }

        var rows = await reader.ListAsync(templates.OrderBy(t => t.CreatedAt).ThenBy(t => t.Id).Take(request.Limit + 1), ct);
        return rows.ToPage(request.Limit, Sort, t => [Keyset.Text(t.CreatedAt), t.Id.ToString()]);
    }
}

/// <summary>One ticket template.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record GetTemplate(Guid TemplateId) : IQuery<TemplateResponse>;

internal sealed class GetTemplateHandler(TemplateReader reader) : IRequestHandler<GetTemplate, TemplateResponse>
{
    public Task<TemplateResponse> Handle(GetTemplate request, CancellationToken ct) => reader.GetAsync(new TicketTemplateId(request.TemplateId), ct);
}
