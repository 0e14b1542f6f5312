-- Since when nobody can tell any more who somebody was.
alter table users add erased_at timestamp with time zone;
