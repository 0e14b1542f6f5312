using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.Common;

/// <summary>Who does something, and when. Every verb of a ticket takes one, so the domain reads neither a clock nor a session.</summary>
public readonly record struct Act(UserId By, DateTimeOffset At);
