using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Organisation;

/// <summary>Writes the nine cells anew; open incidents keep their priority until they are reclassified.</summary>
[Permission(Permissions.SettingsManage)]
public sealed record RedrawPriorityMatrix(IReadOnlyList<IReadOnlyList<Priority>> Rows) : ICommand<PriorityMatrixResponse>;

internal sealed class RedrawPriorityMatrixValidator : AbstractValidator<RedrawPriorityMatrix>
{
    public RedrawPriorityMatrixValidator() => RuleFor(x => x.Rows).Must(r => r.Count == 3 && r.All(row => row.Count == 3))
        .WithMessage("Three rows (impact high, medium, low) with three priorities each (urgency high, medium, low).");
}

internal sealed class RedrawPriorityMatrixHandler(IServiceDeskDb db, IRequestConditions conditions)
    : IRequestHandler<RedrawPriorityMatrix, PriorityMatrixResponse>
{
    public async Task<PriorityMatrixResponse> Handle(RedrawPriorityMatrix request, CancellationToken ct)
    {
        var matrix = await db.PriorityMatrices.ForCommandAsync(
            m => m.Practice == Practice.Incident, "The priority matrix", new GetPriorityMatrix(), conditions, ct);

        matrix.Redraw([.. request.Rows.SelectMany(row => row)]);

        await db.SaveChangesAsync(ct);
        return PriorityMatrixResponse.Of(matrix);
    }
}
