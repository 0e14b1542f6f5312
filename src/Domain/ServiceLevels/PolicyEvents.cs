using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>A version of a policy applies from now on, to new tickets or to the open ones as well.</summary>
[EventName("policy.published.v1")]
public sealed record PolicyPublished(PolicyId PolicyId, int Number, PolicyReach Reach, UserId By, DateTimeOffset At) : IDomainEvent;
