using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Organisation;

/// <summary>How the priority of incidents follows from impact and urgency.</summary>
[Permission(Permissions.SettingsRead)]
public sealed record GetPriorityMatrix : IQuery<PriorityMatrixResponse>;

/// <summary>Three rows for impact high, medium and low; in each a priority for urgency high, medium and low.</summary>
public sealed record PriorityMatrixResponse(Practice Practice, IReadOnlyList<IReadOnlyList<Priority>> Rows, long Version) : IVersioned
{
    internal static PriorityMatrixResponse Of(PriorityMatrix matrix) =>
        new(matrix.Practice, [.. matrix.Cells.Chunk(3).Select(IReadOnlyList<Priority> (row) => row)], matrix.Version);
}

internal sealed class GetPriorityMatrixHandler(IServiceDeskDb db) : IRequestHandler<GetPriorityMatrix, PriorityMatrixResponse>
{
    public async Task<PriorityMatrixResponse> Handle(GetPriorityMatrix request, CancellationToken ct) =>
        PriorityMatrixResponse.Of(await db.PriorityMatrices.AsNoTracking().SingleAsync(m => m.Practice == Practice.Incident, ct));
}
