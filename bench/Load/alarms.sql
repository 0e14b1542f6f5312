-- A million wakes that wait, and :due that come due one after the other over :seconds seconds from :start seconds on, each at half of a
-- target of two hours around the clock.
insert into service_level_wakes (clock_id, level, ticket_id, at)
select c.id, '0.0' || lpad(n::text, 3, '0'), c.ticket_id, now() + interval '300 days' + n * interval '1 minute'
from service_level_clocks c, generate_series(1, 17) n where c.state = 'running' and c.target_seconds = 60000000;

create temporary table due as
select c.id, row_number() over (order by c.id) as n from service_level_clocks c where c.state = 'running' and c.target_seconds = 60000000 order by c.id limit :due;

create temporary table times as
select id, date_trunc('second', now()) + interval '1 second' * (:start + floor(n * :seconds / :due)) as at from due;

update service_level_clocks c set started_at = t.at - interval '1 hour', as_of = t.at - interval '1 hour', elapsed_seconds = 0, target_seconds = 7200,
    due_at = t.at + interval '1 hour', calendar_id = a.id, calendar_version = 1
from times t, (select calendar_id as id from calendar_versions where definition::text like '%"to": "24:00"%' limit 1) a
where c.id = t.id;

update service_level_intervals i set at = t.at - interval '1 hour', target_seconds = 7200, calendar_id = c.calendar_id
from times t join service_level_clocks c on c.id = t.id where i.clock_id = t.id;

update service_level_wakes w set at = t.at from times t where w.clock_id = t.id and w.level = '0.5';

analyze service_level_wakes;
