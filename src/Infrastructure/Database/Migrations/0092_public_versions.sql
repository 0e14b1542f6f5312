-- What a ticket looks like to whoever does not read notes: no note, worklog or task moves its version or the time of its last change.
alter table ticket_events add column public_sequence bigint, add column public_version bigint;

update ticket_events e set public_sequence = c.sequence, public_version = c.version
from (
    select ticket_id, sequence as at_sequence, count(*) filter (where visibility = 'public') over earlier as sequence,
        sum(case when new_version then 1 else 0 end) over earlier as version
    from (
        select *, visibility = 'public' and version is distinct from max(version) filter (where visibility = 'public') over (
            partition by ticket_id order by sequence rows between unbounded preceding and 1 preceding) as new_version
        from ticket_events) known
    window earlier as (partition by ticket_id order by sequence)) c
where c.ticket_id = e.ticket_id and c.at_sequence = e.sequence;

alter table ticket_events alter column public_sequence set not null, alter column public_version set not null;

alter table tickets add column public_version bigint, add column public_updated_at timestamp with time zone, add column public_event_sequence bigint;

update tickets t set public_version = coalesce(c.version, 1), public_event_sequence = coalesce(c.sequence, 0), public_updated_at = coalesce(c.at, t.opened_at)
from tickets k left join (
    select ticket_id, max(public_version) as version, max(public_sequence) as sequence, max(at) filter (where visibility = 'public') as at
    from ticket_events group by ticket_id) c on c.ticket_id = k.id
where k.id = t.id;

alter table tickets alter column public_version set not null, alter column public_updated_at set not null, alter column public_event_sequence set not null;

create index ix_tickets_public_updated_at_id on tickets (public_updated_at, id);
drop index ix_tickets_requester_id_updated_at_id;
create index ix_tickets_requester_id_public_updated_at_id on tickets (requester_id, public_updated_at, id);
drop index ix_tickets_opened_by_id_updated_at_id;
create index ix_tickets_opened_by_id_public_updated_at_id on tickets (opened_by_id, public_updated_at, id);
