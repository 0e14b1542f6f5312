using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.Views;

/// <summary>The views of the caller: built-in, own, and shared with their teams. At most a hundred saved ones; not paged.</summary>
[Permission(Permissions.IncidentsRead)]
public sealed record ListViews : IQuery<Page<ViewResponse>>;

internal sealed class ListViewsHandler(ViewReader reader) : IRequestHandler<ListViews, Page<ViewResponse>>
{
    public async Task<Page<ViewResponse>> Handle(ListViews request, CancellationToken ct) =>
        new([.. (await reader.AllAsync(ct)).Select(v => v.Response)], null);
}

/// <summary>One view, by key or id.</summary>
[Permission(Permissions.IncidentsRead)]
public sealed record GetView(string Id) : IQuery<ViewResponse>;

internal sealed class GetViewHandler(ViewReader reader) : IRequestHandler<GetView, ViewResponse>
{
    public async Task<ViewResponse> Handle(GetView request, CancellationToken ct) => (await reader.GetAsync(request.Id, ct)).Response;
}
