using System.Globalization;
using System.Text.Json;
using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.Audit;

/// <summary>The audit trail, newest first: who changed what, when and from where, before and after.</summary>
[Permission(Permissions.AuditRead)]
public sealed record ListAudit : IQuery<Page<AuditEntryResponse>>
{
    /// <summary>The kind of record: incident, user, team…</summary>
    public string? Entity { get; init; }
    public string? EntityId { get; init; }

    /// <summary>added, changed or removed.</summary>
    public string? Action { get; init; }

    /// <summary>The id of who did it.</summary>
    public Guid? Actor { get; init; }

    /// <summary>From this instant on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this instant.</summary>
    public DateTimeOffset? To { get; init; }
    public string? Cursor { get; init; }
    public int? Limit { get; init; }
}

/// <summary>One change of one record.</summary>
public sealed record AuditEntryResponse
{
    public required long Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required PersonRef Actor { get; init; }

    /// <summary>By what door it came: session, token, import, system.</summary>
    public required string Via { get; init; }
    public required string? RemoteAddress { get; init; }

    /// <summary>added, changed or removed.</summary>
    public required string Action { get; init; }
    public required string Entity { get; init; }
    public required string EntityId { get; init; }

    /// <summary>The changed members as they were; null for a new record. A personal value of somebody who was erased is null.</summary>
    public required JsonElement? Before { get; init; }
    public required JsonElement? After { get; init; }

    /// <summary>What it speaks of, as far as it is still there and has a name, as it is called today; a ticket by its reference, if you see it.</summary>
    public required IReadOnlyList<AuditedRecord> Records { get; init; }

    /// <summary>True when it is about a ticket you may not see: that it changed is said, not how.</summary>
    public required bool Withheld { get; init; }

    /// <summary>Its place in the chain; null for about a second.</summary>
    public required AuditSealResponse? Seal { get; init; }
}

/// <summary>
/// What an id of an entry stands for; the kind is user, serviceAccount, team, site, department, role, category, service, customField, configurationItem,
/// calendar, policy, holidaySet, reply, template, or the practice of a ticket.
/// </summary>
public sealed record AuditedRecord(Guid Id, string Name, string Kind);

/// <summary>Its position in the chain and the hash in hexadecimal; noted elsewhere, it proves that nothing before it was changed.</summary>
public sealed record AuditSealResponse(long Position, string Hash);

/// <summary>Reads the trail; it lies outside the model of the use cases.</summary>
public interface IAuditReader
{
    /// <summary>Newest first, those with an id below <paramref name="before"/>.</summary>
    Task<IReadOnlyList<AuditEntryResponse>> ReadAsync(ListAudit filter, long? before, int limit, CancellationToken ct);
}

internal sealed class ListAuditValidator : AbstractValidator<ListAudit>
{
    public ListAuditValidator()
    {
        RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
        RuleFor(x => x.Action).Must(x => x is null or "" or "added" or "changed" or "removed").WithMessage("One of added, changed, removed.");
        RuleFor(x => x.EntityId).Empty().When(x => string.IsNullOrEmpty(x.Entity)).WithMessage("entityId needs entity.");
    }
}

internal sealed class ListAuditHandler(IAuditReader trail) : IRequestHandler<ListAudit, Page<AuditEntryResponse>>
{
    private const string Sort = "-id";

    public async Task<Page<AuditEntryResponse>> Handle(ListAudit request, CancellationToken ct)
    {
        var limit = request.Limit ?? Paging.DefaultLimit;
        var before = Cursor.Parse(request.Cursor, Sort, 1)?.Number(0);

        var rows = await trail.ReadAsync(request, before, limit + 1, ct);
        var next = rows.Count > limit ? new Cursor(Sort, [rows[limit - 1].Id.ToString(CultureInfo.InvariantCulture)]).ToString() : null;
        return new Page<AuditEntryResponse>([.. rows.Take(limit)], next);
    }
}
