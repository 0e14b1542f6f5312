-- 100,000 tickets (or :count): 12 % open in one queue, 48 % open elsewhere and all alike, the rest closed. Ids tell the number.
insert into teams (id, key, active, version, name_en, name_fr)
values ('c0000000-0000-4000-8000-000000000001', 'bench-queue', true, 1, 'Queue', 'File'),
       ('c0000000-0000-4000-8000-000000000002', 'bench-elsewhere', true, 1, 'Elsewhere', 'Ailleurs');
insert into team_members (team_id, user_id)
select t, u.id from unnest(array['c0000000-0000-4000-8000-000000000001', 'c0000000-0000-4000-8000-000000000002']::uuid[]) t, users u where u.user_name = 'tom';
insert into users (id, user_name, name, email, language, time_zone, vip, active, is_service, created_at, version)
select ('c1000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'person' || n, 'Person ' || n, 'person' || n || '@example.org', 'en', 'Europe/Paris', n % 100 = 0, true, false, now(), 1
from generate_series(1, 2000) n;
insert into categories (id, key, active, version, name_en, name_fr)
select ('c2000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'bench-' || n, true, 1, 'Category ' || n, 'Catégorie ' || n from generate_series(1, 50) n;

create temporary table words as
select array['printer', 'screen', 'network', 'password', 'mail', 'laptop', 'phone', 'badge', 'share', 'folder', 'update', 'licence', 'keyboard', 'mouse', 'dock',
             'charger', 'projector', 'meeting', 'calendar', 'account', 'access', 'server', 'backup', 'disk', 'driver', 'browser', 'certificate', 'proxy', 'tunnel', 'scanner'] as nouns,
       array['broken', 'slow', 'missing', 'locked', 'frozen', 'expired', 'empty', 'lost', 'noisy', 'blocked', 'unreachable', 'full'] as states;

insert into tickets (id, reference, title, description, state, impact, urgency, priority, channel, created_via, requester_id, opened_by_id, team_id, assignee_id,
    category_id, restricted, tags, custom_fields, opened_at, updated_at, resolved_at, closed_at, reopen_count, reassignment_count, due_at, version,
    conversation_version, event_sequence, public_version, public_updated_at, public_event_sequence, practice, first_assignee_id, first_contact_resolution, resolution_code, resolution_text)
select ('b1000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'INC-' || (1000000 + n),
       initcap(nouns[1 + n % 30]) || ' ' || states[1 + n % 12] || ' in room ' || n % 997,
       'The ' || nouns[1 + n % 30] || ' is ' || states[1 + n % 12] || ' since this morning, near the ' || nouns[1 + (n / 30) % 30] || '. Case ' || n || case when n % 100 = 7 then ' quicksilver' else '' end,
       case when k.open then 'inProgress' else 'closed' end, 'medium', 'medium', (array['p1', 'p2', 'p3', 'p3', 'p3', 'p4', 'p4', 'p5'])[1 + n % 8], 'portal', 'session',
       ('c1000000-0000-4000-8000-' || lpad(to_hex(1 + n % 2000), 12, '0'))::uuid, ('c1000000-0000-4000-8000-' || lpad(to_hex(1 + n % 2000), 12, '0'))::uuid,
       case when n % 100 < 12 then 'c0000000-0000-4000-8000-000000000001'::uuid else 'c0000000-0000-4000-8000-000000000002'::uuid end,
       (select id from users where user_name = 'tom'),
       ('c2000000-0000-4000-8000-' || lpad(to_hex(1 + n % 50), 12, '0'))::uuid, false, '{}', '{}',
       t.at, t.at + interval '1 hour', case when not k.open then t.at + interval '5 hours' end, case when not k.open then t.at + interval '6 hours' end,
       0, 0, case when k.open then t.at + interval '60000000 seconds' else 'infinity'::timestamptz end, 3, 3, 3, 3, t.at + interval '1 hour', 3, 'incident', (select id from users where user_name = 'tom'), false,
       case when not k.open then 'fixed' end, case when not k.open then 'Done.' end
from generate_series(1, :count) n, words, lateral (select n % 100 < 60 as open) k, lateral (select now() - interval '300 days' * (1 - n / :count::float8) as at) t;

insert into ticket_events (ticket_id, sequence, version, public_sequence, public_version, type, visibility, actor_id, at, details)
select t.id, s, s, s, s, (array['opened', 'assigned', 'started'])[s], 'public', t.assignee_id, t.opened_at + interval '1 minute' * s, '{}'
from tickets t, generate_series(1, 3) s where t.created_via = 'session' and t.reference > 'INC-1000000';

-- A clock met and a clock running for what is open; due far ahead.
insert into service_level_clocks (id, ticket_id, target, audience, cycle, started_at, last_sequence, last_why, state, as_of, elapsed_seconds, due_at, stopped_at,
    policy_id, policy_version, calendar_id, calendar_version, target_seconds, team_id, person_id)
select ((case when k.target = 'firstResponse' then 'b2' else 'b3' end) || substr(t.id::text, 3))::uuid, t.id, k.target, 'customer', 1,
       date_trunc('second', t.opened_at), k.last, k.why, k.state, date_trunc('second', t.opened_at) + k.later, 0, t.due_at,
       case when k.state = 'met' then date_trunc('second', t.opened_at) + k.later end, p.id, 1, c.id, 1, 60000000, t.team_id, t.assignee_id
from tickets t, (values ('firstResponse', 'met', 2, 'answered', interval '3 minutes'), ('resolution', 'running', 1, 'opened', interval '0')) k (target, state, last, why, later),
     (select id from service_level_policies order by "order", id limit 1) p, (select id from calendars order by id limit 1) c
where t.open and t.reference > 'INC-1000000';

insert into service_level_intervals (clock_id, sequence, at, kind, why, by_event, policy_id, policy_version, calendar_id, calendar_version, target_seconds,
    open_seconds_before, team_id, person_id)
select c.id, s, case when s = 1 then c.started_at else c.as_of end, case when s = 1 then 'running' else 'stopped' end, case when s = 1 then 'opened' else 'answered' end,
       s, c.policy_id, 1, c.calendar_id, 1, c.target_seconds, 0, c.team_id, c.person_id
from service_level_clocks c, generate_series(1, c.last_sequence) s where c.target_seconds = 60000000;

insert into service_level_wakes (clock_id, level, ticket_id, at)
select c.id, l, c.ticket_id, c.started_at + l::numeric * interval '60000000 seconds' from service_level_clocks c, unnest(array['0.5', '0.75', '0.9', '1']) l
where c.state = 'running' and c.target_seconds = 60000000;

analyze;
