using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.Common;

/// <summary>The answers kept for repeated requests with an Idempotency-Key; they hold what a request said.</summary>
public interface IStoredAnswers
{
    /// <summary>
    /// Empties the kept answers to this person that name the record. The key stays taken, so that a late repeat does not write
    /// again what was removed.
    /// </summary>
    Task RedactAsync(UserId caller, Guid mentioned, CancellationToken ct);

    /// <summary>The same for everybody's answers: a ticket's words were given to whoever did something to it.</summary>
    Task RedactAsync(Guid mentioned, CancellationToken ct);
}
