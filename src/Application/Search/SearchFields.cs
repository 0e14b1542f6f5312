using System.Globalization;
using System.Text;
using ServiceDesk.Domain.Catalog;
using static ServiceDesk.Application.Search.FieldKind;

namespace ServiceDesk.Application.Search;

/// <summary>What a field holds; decides which values it takes and what ":" means.</summary>
public enum FieldKind
{
    Number,
    Text,
    Choice,
    Person,
    Team,
    Record,
    Instant,
    Count,
    Tag,
    Has,
    Clock,
    Flag,
    Ticket,
    External,
    Custom,
    Holder,
    FileName,
    Elapsed,

    /// <summary>One that people may look for and that cannot be searched.</summary>
    Absent,
}

/// <summary>A word a field can be, in neutral form, and what people type for it in either language.</summary>
public sealed record SearchChoice(string Word, string[] Aliases);

/// <summary>A field of the search language; <see cref="Column"/> is where it lives, and never comes from a caller.</summary>
public sealed record SearchField(string Name, FieldKind Kind, string Column, string[] Aliases, SearchChoice[] Choices)
{
    /// <summary>What a field that was added holds, where it is known.</summary>
    public CustomFieldType? Type { get; init; }

    /// <summary>The neutral word for what was typed, or null.</summary>
    public string? Word(string typed)
    {
        var folded = SearchFields.Fold(typed);
        return Choices.FirstOrDefault(c => SearchFields.Fold(c.Word) == folded || c.Aliases.Contains(folded))?.Word;
    }
}

/// <summary>Every field, with its names in English and French.</summary>
public static class SearchFields
{
    private static readonly SearchChoice[] Levels = [Say("high", "haut", "haute", "eleve", "elevee"), Say("medium", "moyen", "moyenne"), Say("low", "bas", "basse", "faible")];

    public static readonly IReadOnlyList<SearchField> All =
    [
        Plain("number", Number, "reference", "numero", "reference", "ref", "id"),
        Plain("subject", Text, "title", "title", "titre", "sujet", "objet"),
        Plain("text", Text, "", "texte", "words", "mots"),
        Of("state", "state", ["status", "etat", "statut"],
            Say("new", "nouveau", "nouvelle"), Say("assigned", "assigne", "affecte", "attribue"), Say("inProgress", "encours", "started"),
            Say("pending", "onhold", "hold", "enattente", "attente", "suspendu"), Say("resolved", "resolu"), Say("closed", "clos", "ferme", "cloture"),
            Say("cancelled", "canceled", "annule"), Say("open", "ouvert", "ouverte", "actif"), Say("done", "termine", "fini")),
        Of("waiting", "pending_reason", ["attente", "enattente", "pendingreason"],
            Say("awaitingRequester", "requester", "demandeur", "caller"), Say("awaitingSupplier", "supplier", "fournisseur"),
            Say("awaitingChange", "change", "changement"), Say("awaitingProblem", "problem", "probleme"),
            Say("awaitingParts", "parts", "pieces"), Say("scheduled", "planifie")),
        Of("type", "practice", ["practice", "nature", "pratique"],
            Say("incident"), Say("request", "demande"), Say("problem", "probleme"), Say("change", "changement")),
        Of("priority", "priority", ["prio", "priorite"], Say("p1", "1", "critical", "critique"), Say("p2", "2"), Say("p3", "3"), Say("p4", "4"), Say("p5", "5")),
        Of("impact", "impact", [], Levels),
        Of("urgency", "urgency", ["urgence"], Levels),
        Of("channel", "channel", ["canal", "source"],
            Say("portal", "portail", "web"), Say("mail", "email", "courriel"), Say("phone", "telephone"), Say("api"), Say("monitoring", "supervision"), Say("maintenance")),
        Plain("service", Record, "service_id"),
        Plain("category", Record, "category_id", "categorie"),
        Plain("category.only", Record, "category_id", "categorie.seule"),
        Plain("site", Record, "site_id", "location", "lieu"),
        Plain("requester", Person, "requester_id", "demandeur", "caller", "reporter", "from"),
        Plain("owner", Person, "assignee_id", "assignee", "assigne", "technicien", "responsable", "agent"),
        Plain("openedBy", Person, "opened_by_id", "ouvertpar", "author", "auteur"),
        Plain("watcher", Person, "", "observateur", "abonne", "follower"),
        Plain("participant", Person, "", "participants", "involved", "implique"),
        Plain("requester.dept", Record, "", "requester.department", "demandeur.service", "demandeur.departement", "departement", "department"),
        Plain("asset", Record, "", "item", "configurationitem", "equipement", "materiel"),
        Plain("group", Team, "team_id", "team", "equipe", "groupe", "queue", "file"),
        Plain("created", Instant, "opened_at", "opened", "cree", "creation"),
        Plain("updated", Instant, "updated_at", "modified", "modifie", "maj"),
        Plain("resolved", Instant, "resolved_at", "resolu", "solved"),
        Plain("closed", Instant, "closed_at", "clos", "ferme"),
        Plain("due", Instant, "due_at", "echeance", "deadline"),
        Plain("due.firstResponse", Instant, "", "echeance.premierereponse"),
        Plain("due.nextResponse", Instant, "", "echeance.reponse"),
        Plain("due.resolution", Instant, "", "echeance.resolution"),
        Plain("since", Instant, "pending_since", "waitingsince", "depuis", "enattentedepuis"),
        new("sla", Clock, "", ["slo", "delai"], [Say("running", "encours"), Say("paused", "pause", "enpause"),
            Say("breached", "late", "depasse", "enretard", "manque"), Say("atRisk", "risk", "arisque", "risque"), Say("met", "tenu", "respecte")]),
        new("clock", Clock, "", ["promise", "horloge"], [.. ClockOutcomes.Words.Select(w => Say(w))]),
        Plain("held", Holder, "", "tenu", "holder"),
        Plain("reopened", Count, "reopen_count", "rouvert", "reouvertures"),
        Plain("moves", Count, "reassignment_count", "reassigned", "transferts", "reaffectations"),
        Plain("parent", Ticket, "parent_id"),
        new("has", Has, "", ["avec", "a"], [Say("attachment", "file", "attachments", "piecejointe", "fichier"), Say("task", "tasks", "tache"), Say("child", "children", "enfant"),
            Say("link", "links", "lien"), Say("draft", "brouillon"), Say("unread", "new", "nonlu", "nonlus"), Say("comment", "comments", "commentaire"), Say("parent"), Say("owner", "assignee", "responsable"), Say("due", "echeance")]),
        Plain("tag", Tag, "tags", "tags", "label", "etiquette", "motcle"),
        Plain("major", Flag, "major_declared_at", "majeur"),
        Plain("overridden", Flag, "override_priority", "prioriteimposee", "imposee", "imposed"),
        Plain("firstContact", Flag, "first_contact_resolution", "premiercontact", "firstcontactresolution", "fcr"),
        Plain("restricted", Flag, "restricted", "restreint", "confidentiel"),
        Plain("external", External, "", "externe", "externalreference"),
        Plain("attachment", FileName, "", "file", "filename", "fichier", "piecejointe"),
        Plain("elapsed", Elapsed, "", "ecoule", "tempsecoule"),
        Plain("asset.model", Absent, "", "modele"),
    ];

    private static readonly Dictionary<string, SearchField> ByName = All
        .SelectMany(f => f.Aliases.Append(Fold(f.Name)).Select(a => (Name: a, Field: f)))
        .DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Field);

    /// <summary>The field people mean by a name, in either language; null when there is none.</summary>
    public static SearchField? Find(string typed, IReadOnlyList<SearchField>? more = null)
    {
        if (ByName.TryGetValue(Fold(typed), out var field))
            return field;

        // Custom fields by their key: field.room, champ.salle, or room alone where that is no field of ours.
        var dot = typed.IndexOf('.', StringComparison.Ordinal);
        var prefixed = dot > 0 && dot < typed.Length - 1 && Fold(typed[..dot]) is "field" or "champ" or "cf";
        var key = prefixed ? typed[(dot + 1)..] : typed;
        return more?.FirstOrDefault(f => f.Aliases[0] == Fold(key)) ?? (prefixed ? Added(key) : null);
    }

    /// <summary>A field an administrator added.</summary>
    public static SearchField Added(string key, CustomFieldType? type = null) => new("field." + key, Custom, "custom_fields", [Fold(key)], []) { Type = type };

    /// <summary>Lower case, without accents, hyphens and underscores.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (c is not ('-' or '_' or ' ') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }

    private static SearchField Plain(string name, FieldKind kind, string column, params string[] aliases) => new(name, kind, column, aliases, []);

    private static SearchField Of(string name, string column, string[] aliases, params SearchChoice[] choices) => new(name, Choice, column, aliases, choices);

    private static SearchChoice Say(string word, params string[] aliases) => new(word, aliases);
}
