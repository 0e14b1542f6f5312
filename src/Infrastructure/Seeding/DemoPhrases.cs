using Microsoft.EntityFrameworkCore;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Replies;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Seeding;

/// <summary>What the demo's technicians have at hand: answers and tickets half written, in both languages. Never in production.</summary>
internal static class DemoPhrases
{
    private static readonly (LocalizedText Name, LocalizedText Body)[] Replies =
    [
        (new("First answer", "Première réponse"), new(
            "Hello {{requester.firstName}},\n\nthank you for your message. I am looking into it and come back to you today.\n\n{{me.name}}",
            "Bonjour {{requester.firstName}},\n\nmerci pour votre message. Je regarde et reviens vers vous aujourd’hui.\n\n{{me.name}}")),
        (new("Ask for a screenshot", "Demander une capture d’écran"), new(
            "Hello {{requester.firstName}},\n\nplease send us a screenshot of the message, and tell us:\n\n- what you were doing when it came,\n- since when it happens,\n- whether your colleagues see it as well.\n\n{{me.name}}",
            "Bonjour {{requester.firstName}},\n\nenvoyez-nous s’il vous plaît une capture d’écran du message, et dites-nous :\n\n- ce que vous faisiez à ce moment,\n- depuis quand cela se produit,\n- si vos collègues le voient aussi.\n\n{{me.name}}")),
        (new("Restart first", "Redémarrer d’abord"), new(
            "Hello {{requester.firstName}},\n\nplease save your work, restart the computer and try once more. Tell us here whether it works then.\n\n{{me.name}}",
            "Bonjour {{requester.firstName}},\n\nenregistrez votre travail, redémarrez l’ordinateur et réessayez. Dites-nous ici si cela marche ensuite.\n\n{{me.name}}")),
        (new("Password reset", "Mot de passe réinitialisé"), new(
            "Hello {{requester.firstName}},\n\nyour password has been reset. You will be asked for a new one the next time you sign in. We never ask you for it.\n\n{{me.name}}",
            "Bonjour {{requester.firstName}},\n\nvotre mot de passe est réinitialisé. Un nouveau vous sera demandé à la prochaine connexion. Nous ne vous le demandons jamais.\n\n{{me.name}}")),
        (new("Call for a remote session", "Prendre la main à distance"), new(
            "Hello {{requester.firstName}},\n\nI would like to look at it together with you on your screen. When can I call you for ten minutes?\n\n{{me.name}}",
            "Bonjour {{requester.firstName}},\n\nj’aimerais regarder avec vous, sur votre écran. Quand puis-je vous appeler une dizaine de minutes ?\n\n{{me.name}}")),
        (new("Waiting for the supplier", "En attente du fournisseur"), new(
            "Hello {{requester.firstName}},\n\nwe have passed {{ticket.reference}} on to the supplier and wait for their answer. We tell you as soon as we know more.\n\n{{me.name}}",
            "Bonjour {{requester.firstName}},\n\nnous avons transmis {{ticket.reference}} au fournisseur et attendons sa réponse. Nous vous prévenons dès que nous en savons plus.\n\n{{me.name}}")),
        (new("Solved, please confirm", "Résolu, à confirmer"), new(
            "Hello {{requester.firstName}},\n\nthis should work again. Please try it and tell us if it does not.\n\n{{me.name}}",
            "Bonjour {{requester.firstName}},\n\ncela devrait remarcher. Essayez, et dites-nous si ce n’est pas le cas.\n\n{{me.name}}")),
    ];

    private static readonly (LocalizedText Name, LocalizedText Title, LocalizedText Description, Impact Impact, Urgency Urgency, string Team, string Tag)[] Templates =
    [
        (new("Password forgotten", "Mot de passe oublié"), new("Password forgotten", "Mot de passe oublié"),
            new("{{requester.name}} cannot sign in.\n\nIdentity checked by: \nAccount: ", "{{requester.name}} ne peut plus se connecter.\n\nIdentité vérifiée par : \nCompte : "),
            Impact.Low, Urgency.High, "service-desk", "password"),
        (new("Workstation is slow", "Poste lent"), new("The workstation is slow", "Le poste est lent"),
            new("Since when: \nWhich programs: \nName of the computer: \nRestarted already: ", "Depuis quand : \nQuels programmes : \nNom de l’ordinateur : \nDéjà redémarré : "),
            Impact.Low, Urgency.Medium, "service-desk", "workstation"),
        (new("No network at a site", "Pas de réseau sur un site"), new("No network", "Pas de réseau"),
            new("Where exactly: \nHow many people: \nWired, wireless or both: \nPower is on at the switch: ", "Où exactement : \nCombien de personnes : \nFilaire, sans fil ou les deux : \nLe commutateur est alimenté : "),
            Impact.High, Urgency.High, "network", "network"),
    ];

    /// <summary>They belong to the desk's supervisor; everybody who works on tickets may use them.</summary>
    public static async Task WriteAsync(ServiceDeskDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        var writer = await db.Set<User>().Where(u => u.UserName == "sue").Select(u => u.Id).SingleAsync(ct);
        var teams = await db.Set<Team>().Select(t => new { t.Id, t.Key }).ToDictionaryAsync(t => t.Key, t => t.Id, ct);
        var (act, everybody) = (new Act(writer, now), new Sharing(SharingScope.Everybody, null));

        db.AddRange(Replies.Select(r => CannedReply.Write(new ReplyContent(r.Name, r.Body, everybody), act)));
        db.AddRange(Templates.Select(t => TicketTemplate.Write(
            new TemplateContent(t.Name, t.Title, t.Description, everybody) { Impact = t.Impact, Urgency = t.Urgency, ForTeamId = teams[t.Team], Tags = [t.Tag] }, act)));
        await db.SaveChangesAsync(ct);
    }
}
