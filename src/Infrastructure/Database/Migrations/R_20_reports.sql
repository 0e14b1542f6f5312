-- What the reports share. Dropped first, so that a new column may stand anywhere.
drop view if exists report_incidents;

create view report_incidents as
select t.id, t.opened_at, t.resolved_at, t.closed_at, t.state, t.open, t.priority, t.team_id, t.category_id, t.channel, t.site_id, t.restricted,
    t.requester_id, t.opened_by_id, t.assignee_id, t.reopen_count, t.reassignment_count,
    (extract(epoch from t.resolved_at - t.opened_at) / 3600)::float8 as hours_to_resolve
from tickets t
where t.practice = 'incident';
