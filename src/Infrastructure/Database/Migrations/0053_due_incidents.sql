-- What the workers look for: resolved incidents that close by themselves, holds that end, and the major incidents everybody is told of.

alter table tickets add column closes_by_itself boolean;

update tickets set closes_by_itself = state = 'resolved' and created_via <> 'import' where practice = 'incident';

create index ix_tickets_resolved_at_id on tickets (resolved_at, id) where closes_by_itself;

-- What the model cannot say: indexes on members of values.
create index ix_tickets_pending_until on tickets (pending_until, id) where state = 'pending';
create index ix_tickets_major_declared_at on tickets (major_declared_at desc, id desc) where major_declared_at is not null;
