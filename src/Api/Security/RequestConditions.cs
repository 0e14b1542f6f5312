using ServiceDesk.Application.Common;

namespace ServiceDesk.Api.Security;

internal sealed class RequestConditions : IRequestConditions
{
    public VersionCondition? IfMatch { get; set; }
}
