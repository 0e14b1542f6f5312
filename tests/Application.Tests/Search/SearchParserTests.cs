using System.Text;
using ServiceDesk.Application.Search;

namespace ServiceDesk.Application.Tests.Search;

public sealed class SearchParserTests
{
    [TestCase("printer jammed", "text:printer text:jammed*")]
    [TestCase("state:new priority:p1", "state:new priority:p1")]
    [TestCase("etat:nouveau priorité:1", "state:new priority:p1")]
    [TestCase("statut:en-attente", "state:pending")]
    [TestCase("state:(new, pending)", "state:(new, pending)")]
    [TestCase("state:new,pending", "state:(new, pending)")]
    [TestCase("priority<=p2", "priority:(p1, p2)")]
    [TestCase("priority:p1..p3", "priority:(p1, p2, p3)")]
    [TestCase("owner:me", "owner:me")]
    [TestCase("assigné:moi", "owner:me")]
    [TestCase("owner:\"me\"", "owner:\"me\"")]
    [TestCase("group:mes-équipes owner:aucun", "group:my-teams owner:empty")]
    [TestCase("created:-3d", "created:-3d")]
    [TestCase("created:2026-01-01..2026-02-01", "created:2026-01-01..2026-02-01")]
    [TestCase("reopened:>1", "reopened>1")]
    [TestCase("#123", "number:123")]
    [TestCase("\"mot de passe\"", "\"mot de passe\"")]
    [TestCase("vpn OR réseau", "text:vpn OR text:réseau")]
    [TestCase("-state:closed vpn", "NOT state:closed text:vpn*")]
    [TestCase("state:new (owner:me OR owner:empty)", "state:new (owner:me OR owner:empty)")]
    [TestCase("sla:en-retard has:child", "sla:breached has:child")]
    [TestCase("field.room:12", "field.room:12")]
    [TestCase("due<+4bh créé:8ho", "due<+4bh created:-8ho")]
    [TestCase("due<4bh", "due<+4bh")]
    [TestCase("participant:moi demandeur.service:compta", "participant:me requester.dept:compta")]
    [TestCase("échéance.première-réponse<demain", "due.firstResponse<demain")]
    [TestCase("changed(état, de:nouveau, à:affecté, par:moi, pendant:-7d..now)", "changed(state, from:new, to:assigned, by:me, during:-7d..now)")]
    [TestCase("changed(priority, , p1)", "changed(priority, to:p1)")]
    [TestCase("subject~\"no paper\"", "subject~\"no paper\"")]
    public void A_query_is_understood_in_both_languages(string typed, string expected)
    {
        var parsed = SearchParser.Parse(typed);

        Assert.That(parsed.InterpretedAs, Is.EqualTo(expected));
        Assert.That(parsed.Notices, Is.Empty);
    }

    [TestCase("RE: [Ticket#4711] Imprimante (2e étage) : \"hors service\"")]
    [TestCase("Fwd: C:\\temp\\x.log can't be opened at 12:30")]
    [TestCase("https://intranet/page?x=1&y=2 répond 500")]
    [TestCase("a < b and key=value -- urgent!!!")]
    [TestCase("broken \"quote")]
    [TestCase("smile :-) or ((")]
    [TestCase("PANNE OR")]
    [TestCase("changed(state, to:new")]
    [TestCase("it has changed (yesterday)")]
    public void A_pasted_subject_is_searched_for_as_words(string subject)
    {
        var parsed = SearchParser.Parse(subject);

        Assert.That(parsed.Root, Is.Not.Null);
        Assert.That(parsed.Root!.Everything().OfType<Words>(), Is.Not.Empty);
        Assert.That(parsed.Root.Everything().OfType<Nothing>(), Is.Empty);
    }

    [TestCase("colour:red", "colour")]
    [TestCase("priority:p9", "p9")]
    [TestCase("created:someday", "someday")]
    [TestCase("reopened:many", "many")]
    public void What_is_not_there_matches_nothing_and_says_so(string typed, string said)
    {
        var parsed = SearchParser.Parse(typed);

        Assert.That(parsed.Root, Is.TypeOf<Nothing>());
        Assert.That(parsed.Notices, Has.One.Contains(said));
    }

    [TestCase("colour:red", "fieldUnknown field=colour")]
    [TestCase("priority:p9", "valueOf field=priority value=p9 known=p1, p2, p3, p4, p5")]
    [TestCase("created:someday", "value field=created value=someday")]
    [TestCase("owner>me", "operator field=owner operator=> known=: ~")]
    [TestCase("printer AND", "notParsed")]
    [TestCase("changed(colour)", "changeField known=")]
    [TestCase("changed(state, at:noon)", "changeArguments")]
    [TestCase("changed(subject, from:a)", "changeNotKept field=subject")]
    [TestCase("changed(state, during:noon)", "changeDuring value=noon")]
    [TestCase("changed(state, to:green)", "changeUnclear field=state")]
    public void What_could_not_be_used_has_a_code_and_what_it_is_about(string typed, string told)
    {
        var notice = SearchParser.Parse(typed).Told.Single();

        Assert.That(string.Join(' ', [notice.Code, .. notice.Values.Select(v => $"{v.Key}={v.Value}")]), Does.StartWith(told));
    }

    [TestCase("")]
    [TestCase("   ")]
    public void Nothing_typed_asks_for_nothing(string typed) => Assert.That(SearchParser.Parse(typed).Root, Is.Null);

    [TestCase("-- !!", "noWord")]
    [TestCase("()", "noWord")]
    [TestCase("on state:open", "inEveryText")]
    public void What_has_no_word_asks_for_the_titles_that_hold_it(string typed, string code)
    {
        var parsed = SearchParser.Parse(typed);

        Assert.That(parsed.Told.Select(n => n.Code), Does.Contain(code));
        Assert.That(parsed.Root!.Everything().OfType<FieldCondition>().Select(c => c.Field), Does.Contain("subject"));
    }

    [Test]
    public void What_it_was_interpreted_as_means_the_same_when_typed_again()
    {
        foreach (var typed in new[] { "state:new (owner:me OR owner:empty) -tag:x", "priority<=p2 created:today", "\"a b\" vpn", "NOT (state:new OR state:closed) x" })
        {
            var once = SearchParser.Parse(typed).InterpretedAs;
            Assert.That(SearchParser.Parse(once.TrimEnd('*')).InterpretedAs.TrimEnd('*'), Is.EqualTo(once.TrimEnd('*')), typed);
        }
    }

    [Test]
    public void No_input_makes_it_fail([Values(1, 2, 3, 4)] int seed)
    {
        string[] pieces =
        [
            "state:", "new", "(", ")", "\"", " OR ", " AND ", " NOT ", "-", "#", "12", ":", "=", "<", ">", "..", ",", "me", "priority", "created", "-3d", "\\", "'",
            "é", "\ud83d\ude00", "\ud800", "\0", "\u2028", "%", "_", "{", "}", "sla:", "has:", "field.x", " ", "  ", "\t", "x", "INC-1", "~", "^", "!", "@", "text:", "*",
        ];
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder();
            for (var n = random.Next(1, 14); n > 0; n--)
                text.Append(pieces[random.Next(pieces.Length)]);

            var typed = text.ToString();
            Assert.That(() => SearchParser.Parse(typed).InterpretedAs, Throws.Nothing, typed);
        }
    }

    [Test]
    public void A_deep_or_long_query_is_still_answered()
    {
        Assert.That(SearchParser.Parse(new string('(', 400) + "x" + new string(')', 400)).Root, Is.Not.Null);
        Assert.That(SearchParser.Parse(string.Join(" ", Enumerable.Repeat("word", 200))).Notices, Has.Count.EqualTo(1));
    }
}
