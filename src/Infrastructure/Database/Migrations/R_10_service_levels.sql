-- Whose time it was: every interval of every ledger. What one comes to is known when it ends; while it lasts to_at and the seconds are
-- null, and the product counts them with the calendar. An interval after a stop or a cancellation is there only when the clock went on.
-- Columns may be added at the end, as other views build on this one.
create or replace view service_level_spans as
select c.ticket_id, e.clock_id, c.target, c.audience, c.cycle, e.sequence, e.at as from_at, n.at as to_at, e.kind, e.why, e.by_event,
    e.team_id, e.person_id, e.policy_id, e.policy_version, e.calendar_id, e.calendar_version,
    n.open_seconds_before as open_seconds,
    case when e.kind = 'running' then n.open_seconds_before else n.open_seconds_before * 0 end as counted_seconds
from service_level_intervals e
join service_level_clocks c on c.id = e.clock_id
left join service_level_intervals n on n.clock_id = e.clock_id and n.sequence = e.sequence + 1
where n.clock_id is not null or e.kind in ('running', 'paused');
