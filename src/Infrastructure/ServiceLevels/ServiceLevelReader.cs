using ServiceDesk.Application.ServiceLevels;

namespace ServiceDesk.Infrastructure.ServiceLevels;

/// <summary>No policies are kept yet, so no ticket has a clock.</summary>
internal sealed class ServiceLevelReader : IServiceLevelReader
{
    public Task<IReadOnlyList<ServiceLevelResponse>> OfAsync(Guid ticketId, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<ServiceLevelResponse>>([]);
}
