using System.Text.Json;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;
using static ServiceDesk.Domain.Tests.ServiceLevels.APolicy;

namespace ServiceDesk.Domain.Tests.ServiceLevels;

public sealed class ServiceLevelPolicyTests
{
    private static readonly CategoryId Network = CategoryId.New(Now.At);
    private static readonly CategoryId Wifi = CategoryId.New(Now.At);
    private static readonly ServiceId Mail = ServiceId.New(Now.At);
    private static readonly SiteId Berlin = SiteId.New(Now.At);
    private static readonly Guid Board = new("00000000-0000-7000-8000-0000000000f1");

    private static readonly TicketFacts Facts = new(Practice.Incident, Priority.P2)
    {
        Service = Mail,
        CategoryPath = [Network, Wifi],
        Site = Berlin,
        RequesterGroups = [Board],
        Vip = true,
    };

    private static readonly TestCaseData<PolicyConditions, bool>[] Conditions =
    [
        new(PolicyConditions.Everything, true) { TestName = "no condition" },
        new(new PolicyConditions { Practice = Practice.Incident }, true) { TestName = "its practice" },
        new(new PolicyConditions { Practice = Practice.Request }, false) { TestName = "another practice" },
        new(new PolicyConditions { Priorities = [Priority.P1, Priority.P2] }, true) { TestName = "its priority" },
        new(new PolicyConditions { Priorities = [Priority.P1] }, false) { TestName = "another priority" },
        new(new PolicyConditions { ServiceIds = [Mail] }, true) { TestName = "its service" },
        new(new PolicyConditions { ServiceIds = [ServiceId.New(Now.At)] }, false) { TestName = "another service" },
        new(new PolicyConditions { CategoryIds = [Network] }, true) { TestName = "the branch of its category" },
        new(new PolicyConditions { CategoryIds = [CategoryId.New(Now.At)] }, false) { TestName = "another category" },
        new(new PolicyConditions { SiteIds = [Berlin] }, true) { TestName = "its site" },
        new(new PolicyConditions { SiteIds = [SiteId.New(Now.At)] }, false) { TestName = "another site" },
        new(new PolicyConditions { RequesterGroupIds = [Board] }, true) { TestName = "a group of the requester" },
        new(new PolicyConditions { RequesterGroupIds = [Guid.Empty] }, false) { TestName = "another group" },
        new(new PolicyConditions { Vip = true }, true) { TestName = "VIP" },
        new(new PolicyConditions { Vip = false }, false) { TestName = "not VIP" },
        new(new PolicyConditions { Priorities = [Priority.P2], SiteIds = [SiteId.New(Now.At)] }, false) { TestName = "one of two" },
    ];

    [TestCaseSource(nameof(Conditions))]
    public void All_conditions_must_hold(PolicyConditions when, bool matches) => Assert.That(when.Matches(Facts), Is.EqualTo(matches));

    [Test]
    public void A_ticket_without_a_service_or_site_is_not_one_of_any()
    {
        var bare = new TicketFacts(Practice.Incident, Priority.P2);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new PolicyConditions { ServiceIds = [Mail] }.Matches(bare), Is.False);
            Assert.That(new PolicyConditions { SiteIds = [Berlin] }.Matches(bare), Is.False);
        }
    }

    [Test]
    public void The_first_match_by_order_applies()
    {
        var everything = Introduced(order: 9);
        var vip = Introduced(order: 1, Definition(new PolicyConditions { Vip = true }));
        var retired = Introduced(order: 0);
        retired.Deactivate();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ServiceLevelPolicy.FirstMatch([everything, retired, vip], Facts), Is.SameAs(vip));
            Assert.That(ServiceLevelPolicy.FirstMatch([everything, vip], Facts with { Vip = false }), Is.SameAs(everything));
            Assert.That(ServiceLevelPolicy.FirstMatch([vip], Facts with { Vip = false }), Is.Null);
        }
    }

    [Test]
    public void A_policy_is_published_at_once_for_new_tickets()
    {
        var policy = Introduced();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(policy.Current.Number, Is.EqualTo(1));
            Assert.That(policy.Current.Reach, Is.EqualTo(PolicyReach.New));
            Assert.That(policy.Draft, Is.Null);
        }
    }

    [Test]
    public void A_draft_changes_nothing_until_it_is_published()
    {
        var policy = Introduced();
        var longer = Definition(targets: new PolicyTargets(null, null, 8 * 3600));

        policy.Redraft(Definition(targets: new PolicyTargets(null, null, 6 * 3600)), ACalendar.Office(), Now);
        policy.Redraft(longer, ACalendar.Office(), Now);
        var before = policy.TermsFor(ServiceLevelTarget.Resolution, 1);
        policy.Publish(PolicyReach.Open, ACalendar.Office(), Now);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.EqualTo(new ClockTerms(policy.Id, 1, AClock.OfficeHours, 1, 4 * 3600)));
            Assert.That(
                policy.TermsFor(ServiceLevelTarget.Resolution, 3),
                Is.EqualTo(new ClockTerms(policy.Id, 2, AClock.OfficeHours, 3, 8 * 3600)));
            Assert.That(policy.TermsFor(ServiceLevelTarget.FirstResponse, 3), Is.Null);
            Assert.That(policy.Current.Reach, Is.EqualTo(PolicyReach.Open));
            Assert.That(policy.VersionOf(1).Definition.Targets, Is.EqualTo(FourHours));
            Assert.That(policy.Version, Is.EqualTo(4));
        }
    }

    [Test]
    public void A_draft_is_checked_again_when_it_is_published()
    {
        var policy = Introduced();
        policy.Redraft(Definition(), ACalendar.Office(), Now);

        Assert.That(() => policy.Publish(PolicyReach.New, ACalendar.Of(WeeklyWindows.Closed), Now), Refused("policy.paused_for_good"));
        Assert.That(policy.Draft, Is.Not.Null);
    }

    [Test]
    public void Without_a_draft_there_is_nothing_to_publish_or_discard()
    {
        var policy = Introduced();
        policy.Redraft(Definition(), ACalendar.Office(), Now);
        policy.DiscardDraft();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => policy.Publish(PolicyReach.New, ACalendar.Office(), Now), Refused("policy.no_draft"));
            Assert.That(policy.DiscardDraft, Refused("policy.no_draft"));
            Assert.That(() => policy.VersionOf(2), Refused("policy.version_unknown"));
        }
    }

    [Test]
    public void A_policy_has_a_name()
    {
        var policy = Introduced();
        policy.Describe(" Gold ", 5);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((policy.Name, policy.Order), Is.EqualTo(("Gold", 5)));
            Assert.That(() => policy.Describe(" ", 5), Refused("policy.name"));
            Assert.That(() => policy.Describe(new string('x', ServiceLevelPolicy.NameMaxLength + 1), 5), Refused("policy.name"));
        }
    }

    [Test]
    public void Without_alarms_owner_and_lead_hear_four_times()
    {
        var alarms = Definition().AlarmsFor(ServiceLevelTarget.Resolution);
        var clock = AClock.Started("2026-06-01 08:00", 4);

        Assert.That(alarms.Select(x => x.WakeAt(clock, AClock.Calendars)), Is.EqualTo(new[]
        {
            ACalendar.At("2026-06-01 10:00"), ACalendar.At("2026-06-01 11:00"),
            ACalendar.At("2026-06-01 11:36"), ACalendar.At("2026-06-01 12:00"),
        }));
    }

    [Test]
    public void Alarms_that_are_given_stand_alone()
    {
        var hour = new PolicyAlarm(ServiceLevelTarget.Resolution, null, 3600, [AlarmAction.Notify(AlarmRecipient.OnCall)]);
        var definition = Definition(targets: new PolicyTargets(3600, null, 4 * 3600)) with { Alarms = [hour] };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(definition.AlarmsFor(ServiceLevelTarget.Resolution), Is.EqualTo(new[] { hour }));
            Assert.That(definition.AlarmsFor(ServiceLevelTarget.FirstResponse), Is.Empty);
            Assert.That(hour.WakeAt(AClock.Started("2026-06-01 08:00", 4), AClock.Calendars), Is.EqualTo(ACalendar.At("2026-06-01 11:00")));
        }
    }

    [Test]
    public void A_definition_survives_storage_as_JSON()
    {
        var definition = Definition(new PolicyConditions { Priorities = [Priority.P1], ServiceIds = [Mail], Vip = true }) with
        {
            Alarms = [new PolicyAlarm(ServiceLevelTarget.Resolution, 0.75m, null, [AlarmAction.Notify(AlarmRecipient.Lead)])],
            FirstResponseBy = FirstResponseBy.Takeover,
            PauseOn = [PendingReason.Scheduled],
        };

        var json = JsonSerializer.Serialize(definition);

        Assert.That(JsonSerializer.Serialize(JsonSerializer.Deserialize<PolicyDefinition>(json)), Is.EqualTo(json));
        Assert.That(json, Does.Contain("0.75").And.Contain(Mail.Value.ToString()));
    }

    private static NUnit.Framework.Constraints.EqualStringConstraint Refused(string code) =>
        Throws.TypeOf<RuleViolationException>().With.Property(nameof(RuleViolationException.Code)).EqualTo(code);
}
