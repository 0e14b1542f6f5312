using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Imports;

namespace ServiceDesk.Application.Imports;

/// <summary>How far an import is, and what it could not take.</summary>
[Permission(Permissions.ImportsRun)]
public sealed record GetImport(Guid Id) : IQuery<ImportResponse>;

internal sealed class GetImportHandler(ImportReader reader) : IRequestHandler<GetImport, ImportResponse>
{
    public Task<ImportResponse> Handle(GetImport request, CancellationToken ct) => reader.GetAsync(new ImportId(request.Id), ct);
}
