namespace ServiceDesk.Domain.Common;

/// <summary>An aggregate that is itself a journal or a passing thing (a clock's ledger, a notification): the audit trail leaves it out.</summary>
public interface INotAudited;
