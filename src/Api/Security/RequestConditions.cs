using ServiceDesk.Application.Common;

namespace ServiceDesk.Api.Security;

internal sealed class RequestConditions : IRequestConditions
{
    public long? IfMatch { get; set; }
}
