namespace ServiceDesk.Api.Reports;

/// <summary>What stands over the columns of a file: the names of the contract, in French the words that the pages use for them.</summary>
internal static class ReportHeads
{
    private static readonly Dictionary<string, string> French = new()
    {
        ["key"] = "Clé",
        ["label"] = "Libellé",
        ["opened"] = "Ouverts",
        ["resolved"] = "Résolus",
        ["closed"] = "Clos",
        ["reopened"] = "Rouverts",
        ["reassigned"] = "Réaffectés",
        ["meanHoursToResolve"] = "Délai moyen (h)",
        ["medianHoursToResolve"] = "Délai médian (h)",
        ["p95HoursToResolve"] = "95 % résolus sous (h)",
        ["target"] = "Engagement",
        ["met"] = "Tenus",
        ["missed"] = "Manqués",
        ["running"] = "En cours",
        ["late"] = "En retard, encore ouverts",
        ["cancelled"] = "Annulés",
        ["compliance"] = "Taux tenu",
        ["withoutClock"] = "Sans engagement",
        ["overridden"] = "Priorité imposée",
        ["firstContactResolution"] = "Résolus au premier contact",
        ["at"] = "Fin",
        ["notResolved"] = "Non résolus",
        ["notClosed"] = "Non clos",
        ["holder"] = "Temps passé chez",
        ["seconds"] = "Secondes",
        ["hours"] = "Heures",
        ["share"] = "Part",
        ["tickets"] = "Tickets",
        ["open"] = "Ouverts",
        ["unassigned"] = "Sans responsable",
        ["atRisk"] = "Bientôt en retard",
        ["breached"] = "En retard",
    };

    public static IReadOnlyList<string> In(string language, IReadOnlyList<string> columns) =>
        language == "fr" ? [.. columns.Select(c => French[c])] : columns;
}
