namespace ServiceDesk.Domain.Common;

/// <summary>
/// Words people wrote on a ticket, which may have to be removed one day. The audit trail, which nothing can be taken out of, says how long they
/// were; what they were is on the ticket and its timeline.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordsAttribute : Attribute;
