using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Imports;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.Imports;

/// <summary>Takes a file in; a worker imports it. Tickets that are there already, by source and number, stay as they are.</summary>
[Permission(Permissions.ImportsRun)]
public sealed record StartImport(string Profile, string FileName, long FileSize, Stream Content) : ICommand<ImportResponse>
{
    /// <summary>The policy whose resolution target the tickets are judged by; the standard one when not given.</summary>
    public Guid? PolicyId { get; init; }

    /// <summary>The IANA zone of the file's times; UTC when not given, so that spans are what the file says.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The name of the system the file is from; with the number it tells tickets apart. The profile's name when not given.</summary>
    public string? Source { get; init; }
}

internal sealed class StartImportValidator : AbstractValidator<StartImport>
{
    public StartImportValidator()
    {
        RuleFor(x => x.Profile).Must(ImportProfiles.All.Contains).WithMessage($"One of: {string.Join(", ", ImportProfiles.All)}.");
        RuleFor(x => x.FileSize).GreaterThan(0).WithMessage("The file is empty.").OverridePropertyName("file");
        RuleFor(x => x.Source).Must(s => s is null || s.Trim().Length > 0).WithMessage("A name, or leave it out.")
            .MaximumLength(ImportOptions.SourceMaxLength);
    }
}

internal sealed class StartImportHandler(IServiceDeskDb db, ICurrentUser user, IImportFiles files, ImportReader reader, TimeProvider clock)
    : IRequestHandler<StartImport, ImportResponse>
{
    public async Task<ImportResponse> Handle(StartImport request, CancellationToken ct)
    {
        if (request.TimeZone is { } zone && (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) || !found.HasIanaId))
            throw RuleViolationException.Meaning("import.time_zone_unknown", "timeZone is not an IANA zone such as Europe/Paris.");
        var policy = request.PolicyId is { } asked ? new PolicyId(asked) : (PolicyId?)null;
        if (policy is { } id && !await db.Set<ServiceLevelPolicy>().AnyAsync(p => p.Id == id, ct))
            throw RuleViolationException.Meaning("import.policy_unknown", "policyId names no service-level policy.");

        var options = new ImportOptions(policy, request.TimeZone, request.Source?.Trim());
        var import = DataImport.Queue(request.Profile, request.FileName, request.FileSize, options, new Act(user.Id, clock.GetUtcNow()));
        await files.QueueAsync(import, request.Content, ct);

        return await reader.GetAsync(import.Id, ct);
    }
}
