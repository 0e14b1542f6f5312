using System.Text.Json;
using FluentValidation;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Views;

namespace ServiceDesk.Application.Views;

/// <summary>What a view can show of a ticket: the members of a row of a list, by their names there.</summary>
internal static class ViewColumns
{
    private static readonly HashSet<string> Known =
        [.. typeof(TicketRow).GetProperties().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))];

    /// <summary>Each is one there is, once; said of the first that is not.</summary>
    public static void KnownColumns<T>(this IRuleBuilderInitial<T, IReadOnlyList<string>?> rule) => rule.Custom((columns, context) =>
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < (columns?.Count ?? 0) && i < SavedView.MaxColumns; i++)
        {
            if (columns![i] is not { } column || !Known.Contains(column))
                context.AddFailure($"columns[{i}]", $"There is no such column. Known: {string.Join(", ", Known.Order(StringComparer.Ordinal))}.");
            else if (!seen.Add(column))
                context.AddFailure($"columns[{i}]", "This column is there already.");
        }
    });
}
