using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Organisation;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>
/// Resolves the open children of an incident with one resolution, each in a transaction of its own, and reports child by child.
/// Up to 200 at a time; "remaining" says how many open ones are left.
/// </summary>
[Permission(Permissions.IncidentsWork)]
public sealed record ResolveIncidentChildren(TicketKey Incident, ResolutionCode Code, string Text) : ICommand<ChildrenResolved>;

/// <summary>What became of each child.</summary>
public sealed record ChildrenResolved(IReadOnlyList<ChildOutcome> Results, int Remaining);

/// <summary>One child: resolved, or why not.</summary>
public sealed record ChildOutcome(Guid Id, string Reference, bool Ok, ChildProblem? Problem);

/// <summary>Why a child was left as it is, with the code a single resolve would have answered.</summary>
public sealed record ChildProblem(string Code, string Detail);

internal sealed class ResolveIncidentChildrenValidator : AbstractValidator<ResolveIncidentChildren>
{
    public ResolveIncidentChildrenValidator() => RuleFor(x => x.Text).NotEmpty().MaximumLength(Resolution.TextMaxLength);
}

internal sealed class ResolveIncidentChildrenHandler(IServiceDeskDb db, IncidentDesk desk, ISettingsReader settings)
    : IRequestHandler<ResolveIncidentChildren, ChildrenResolved>
{
    private const int Most = 200;
    private const int Attempts = 5;

    public async Task<ChildrenResolved> Handle(ResolveIncidentChildren request, CancellationToken ct)
    {
        var parent = await desk.LoadAsync(request.Incident, ct);
        var open = db.Incidents.AsNoTracking().Where(i => i.ParentId == parent.Id && EF.Property<bool>(i, "open"));
        var children = await open.OrderBy(i => i.OpenedAt).ThenBy(i => i.Id).Take(Most).Select(i => new { i.Id, i.Reference }).ToListAsync(ct);
        List<ChildOutcome> results = [];
        foreach (var child in children)
        {
            var problem = await ResolveAsync(child.Id, request, ct);
            results.Add(new ChildOutcome(child.Id.Value, child.Reference, problem is null, problem));
        }

        return new ChildrenResolved(results, await open.CountAsync(ct));
    }

    [RefusesNobody]
    private async Task<ChildProblem?> ResolveAsync(TicketId child, ResolveIncidentChildren request, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ForgetChanges();
            try
            {
                var incident = await db.Incidents.SingleOrDefaultAsync(i => i.Id == child, ct) ?? throw new NotFoundException("The incident");
                await desk.DemandAsync(incident, IncidentTransition.Resolve, ct);
                incident.Resolve(new Resolution(request.Code, request.Text), (await settings.GetAsync(ct)).FirstContactWindow, desk.Act);
                await db.SaveChangesAsync(ct);
                return null;
            }
            catch (DbUpdateConcurrencyException) when (!db.InTransaction)
            {
                if (attempt == Attempts)
                    return new ChildProblem("edited_concurrently", "It is being changed by others.");
            }
            catch (RuleViolationException e)
            {
                return new ChildProblem(e.Code, e.Message);
            }
            catch (ForbiddenException e)
            {
                return new ChildProblem("forbidden", e.Message);
            }
            catch (NotFoundException e)
            {
                return new ChildProblem("not_found", e.Message);
            }
        }
    }
}
