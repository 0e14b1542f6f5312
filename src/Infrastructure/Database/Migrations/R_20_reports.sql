-- What the reports share. Dropped first, so that a new column may stand anywhere.
drop view if exists report_incidents;
drop view if exists report_clocks;

create view report_incidents as
select t.id, t.opened_at, t.resolved_at, t.closed_at, t.state, t.open, t.priority, t.team_id, t.category_id, t.channel, t.site_id, t.service_id, t.restricted,
    t.requester_id, t.opened_by_id, t.assignee_id, t.reopen_count, t.reassignment_count, t.override_priority, t.first_contact_resolution,
    (extract(epoch from t.resolved_at - t.opened_at) / 3600)::float8 as hours_to_resolve
from tickets t
where t.practice = 'incident';

-- Each promise to a requester, judged once: missed if and only if a breach is recorded (ruling 21), cancelled afterwards or not. One that is live is late when its breach is
-- recorded, and to whoever reads it after its due time.
create view report_clocks as
select c.id, c.ticket_id, c.target, c.cycle, c.due_at, c.breached_at,
    case c.state
        when 'cancelled' then case when c.breached_at is null then 'cancelled' else 'missed' end
        when 'met' then 'met'
        when 'missed' then 'missed'
        else case when c.breached_at is null then 'live' else 'late' end
    end as outcome
from service_level_clocks c
where c.audience = 'customer';
