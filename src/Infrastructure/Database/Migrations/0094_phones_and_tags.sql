-- People are found by their number while they are on the line, and tags that are in use while one is typed.

-- Every three digits in a row, each once. It calls nothing of ours: an index may be built without a search path.
create function phone_parts(phone text) returns text[] language sql immutable parallel safe as $$
    select array(
        select distinct substr(n.digits, i, 3) from (select regexp_replace(phone, '\D', '', 'g') as digits) n, generate_series(1, length(n.digits) - 2) i)
$$;

-- Whether a number has these digits in a row. It becomes part of the query that calls it: the first half is answered from the index.
create function phone_has(phone text, digits text) returns boolean language sql immutable parallel safe as $$
    select phone_parts(phone) @> phone_parts(digits) and strpos(regexp_replace(phone, '\D', '', 'g'), digits) > 0
$$;

create index ix_users_phone_parts on users using gin (phone_parts(phone)) where phone is not null;
create index ix_tickets_list_tagged on tickets (updated_at, id) where tags <> '{}';
