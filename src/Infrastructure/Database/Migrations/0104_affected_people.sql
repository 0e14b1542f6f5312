-- Who said "me too" to a major incident that they do not see: affected by it, and told of it no more than everybody is.
create table affected_people (
    ticket_id uuid not null,
    user_id uuid not null,
    constraint pk_affected_people primary key (ticket_id, user_id),
    constraint fk_affected_people_tickets_ticket_id foreign key (ticket_id) references tickets (id) on delete cascade,
    constraint fk_affected_people_users_user_id foreign key (user_id) references users (id) on delete restrict
);

create index ix_affected_people_user_id on affected_people (user_id);

-- Of a major incident that somebody joined, what everybody may know; a restricted or merged one is none.
create view joined_majors as
select a.user_id, t.id as ticket_id, t.reference, t.title
from affected_people a join tickets t on t.id = a.ticket_id
where t.major_declared_at is not null and not t.restricted and t.merged_into_id is null;

-- Joining made them watchers until now. Whom somebody else added as well stays one.
with moved as (
    delete from ticket_watchers w
    where exists (select 1 from ticket_events e where e.ticket_id = w.ticket_id and e.type = 'joined' and e.details ->> 'user' = w.user_id::text)
    and not exists (select 1 from ticket_events e where e.ticket_id = w.ticket_id and e.type = 'watcherAdded'
        and e.details ->> 'user' = w.user_id::text and e.actor_id <> w.user_id)
    and not exists (select 1 from grants g join roles r on r.id = g.role_id where g.user_id = w.user_id and 'tickets.readAll' = any(r.permissions))
    returning w.ticket_id, w.user_id)
insert into affected_people (ticket_id, user_id) select ticket_id, user_id from moved;
