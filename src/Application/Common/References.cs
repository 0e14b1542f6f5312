namespace ServiceDesk.Application.Common;

/// <summary>A person named in an answer.</summary>
public sealed record PersonRef(Guid Id, string Name);

/// <summary>A team, service, category, site or other record named in an answer, in the reader's language.</summary>
public sealed record NamedRef(Guid Id, string Name);

/// <summary>A ticket named in an answer.</summary>
public sealed record TicketRef(Guid Id, string Reference, string Title);
