-- Each entry of the trail says which version of its record came of it, so that somebody who lost a race is told who changed what since.
-- It is no part of the chain: what it says can be read off the order of a record's entries.
alter table audit_entries add column version bigint;

-- A comment has a version of its own, as tasks and worklogs have.
alter table comments add column version bigint not null default 1;
alter table comments alter column version drop default;
