-- Lists: one index for each order a list is shown in. Search: the words of each ticket, kept in the transaction that changes them.

create extension if not exists unaccent;

create index ix_tickets_list_open_opened on tickets (opened_at, id) where open;
create index ix_tickets_list_open_updated on tickets (updated_at, id) where open;
create index ix_tickets_list_team_due on tickets (team_id, due_at, id) where open;
create index ix_tickets_list_unassigned on tickets (team_id, priority, due_at, id) where open and assignee_id is null;
create index ix_tickets_list_done_due on tickets (due_at, id) where not open;
create index ix_tickets_list_done_priority on tickets (priority, due_at, id) where not open;
create index ix_tickets_list_resolved on tickets (resolved_at, id) where resolved_at is not null;
create index ix_tickets_list_pending on tickets (pending_since, id) where state = 'pending';
create index ix_tickets_list_major on tickets (opened_at, id) where major_declared_at is not null;
create index ix_tickets_list_restricted on tickets (team_id, updated_at, id) where restricted;
create index ix_tickets_list_state on tickets (state, id);
create index ix_tickets_list_tags on tickets using gin (tags) with (gin_pending_list_limit = 256);

-- all_words is public_words and the words of the notes; null while there are no notes.
create table ticket_search (
    ticket_id uuid not null,
    public_words tsvector not null,
    all_words tsvector,
    constraint pk_ticket_search primary key (ticket_id),
    constraint fk_ticket_search_tickets_ticket_id foreign key (ticket_id) references tickets (id) on delete cascade
);

create index ix_ticket_search_public_words on ticket_search using gin (public_words) with (gin_pending_list_limit = 512);
create index ix_ticket_search_all_words on ticket_search using gin (all_words) with (gin_pending_list_limit = 512);

-- Text as it is searched: without accents, French and English stems side by side, because nobody says which language they write.
-- Typographic signs are blanks: in the C locale they would pass for letters.
create function search_plain(body text) returns text language sql stable parallel safe as $$
    select unaccent(translate(body, E'’‘“”„«»‹›–—…·•´`¿¡\u00a0\u202f\u2009', '                     '))
$$;

create function search_words(body text) returns tsvector language sql stable parallel safe as $$
    select to_tsvector('pg_catalog.french', plain) || to_tsvector('pg_catalog.english', plain) from (select search_plain(body) as plain) p
$$;

-- What is found by its exact name: INC-000123, #123, the name in another system.
create function search_names(reference text, external_id text) returns tsvector language sql immutable parallel safe as $$
    select array_to_tsvector(array_remove(array[
        lower(reference), '#' || ltrim(substr(reference, strpos(reference, '-') + 1), '0'), lower(nullif(external_id, ''))], null))
$$;

-- A tsvector holds a megabyte; a conversation longer than this is found by its first part.
create function search_append(words tsvector, more tsvector) returns tsvector language sql immutable parallel safe as $$
    select case when length(words) > 15000 then words else words || more end
$$;

create function search_begun(q tsquery) returns tsquery language sql immutable parallel safe as $$
    select case when numnode(q) = 0 then q else (q::text || ':*')::tsquery end
$$;

-- What was typed, as a question: every word, the last perhaps only begun. Words that either language drops are dropped unless there
-- are no others. A number may be a reference, a word with a digit in it a name in another system.
create function search_query(typed text, begun boolean) returns tsquery language plpgsql stable parallel safe as $$
declare
    words text[] := regexp_split_to_array(btrim(search_plain(typed)), '\s+');
    wanted tsquery;
    dropped tsquery;
    f tsquery;
    e tsquery;
    number text;
    word text;
begin
    for i in 1..cardinality(words) loop
        word := lower(words[i]);
        f := plainto_tsquery('pg_catalog.french', word);
        e := plainto_tsquery('pg_catalog.english', word);
        if begun and i = cardinality(words) then
            f := search_begun(f);
            e := search_begun(e);
        end if;
        if word ~ '^#?\d{1,9}$' and ltrim(word, '#0') <> '' then
            f := f || ('''#' || ltrim(word, '#0') || '''')::tsquery;
        elsif word ~ '^[a-z]{3}-\d{1,9}$' then
            number := ltrim(substr(word, 5), '0');
            f := f || ('''' || left(word, 4) || lpad(number, greatest(6, length(number)), '0') || '''')::tsquery;
        elsif word ~ '\d' then
            f := f || ('''' || replace(replace(word, '\', '\\'), '''', '''''') || '''')::tsquery;
        end if;
        if numnode(f) = 0 or numnode(e) = 0 then
            dropped := case when dropped is null then f || e else dropped && (f || e) end;
        else
            wanted := case when wanted is null then f || e else wanted && (f || e) end;
        end if;
    end loop;
    return coalesce(wanted, dropped);
end
$$;

create function search_phrase(typed text) returns tsquery language sql stable parallel safe as $$
    select phraseto_tsquery('pg_catalog.french', plain) || phraseto_tsquery('pg_catalog.english', plain) from (select search_plain(typed) as plain) p
$$;

create function search_of_ticket(t tickets) returns tsvector language sql stable as $$
    select search_names(t.reference, t.external_id) || setweight(search_words(t.title), 'A')
        || setweight(search_words(t.description || ' ' || coalesce(t.resolution_text, '')), 'B')
$$;

create function search_rebuild(id uuid) returns void language plpgsql as $$
declare
    t tickets;
    seen tsvector;
    noted tsvector;
    c record;
begin
    select * into t from tickets where tickets.id = search_rebuild.id;
    if not found then
        return;
    end if;
    seen := search_of_ticket(t);
    for c in select body, visibility from comments where ticket_id = t.id order by created_at, comments.id loop
        if c.visibility = 'public' then
            seen := search_append(seen, setweight(search_words(c.body), 'B'));
        else
            noted := search_append(coalesce(noted, ''), setweight(search_words(c.body), 'C'));
        end if;
    end loop;
    insert into ticket_search (ticket_id, public_words, all_words) values (t.id, seen, search_append(seen, noted))
    on conflict (ticket_id) do update set public_words = excluded.public_words, all_words = excluded.all_words;
end
$$;

create function search_ticket_added() returns trigger language plpgsql as $$
begin
    insert into ticket_search (ticket_id, public_words) values (new.id, search_of_ticket(new));
    return null;
end
$$;

create function search_ticket_changed() returns trigger language plpgsql as $$
begin
    perform search_rebuild(new.id);
    return null;
end
$$;

create function search_comment_added() returns trigger language plpgsql as $$
declare
    added tsvector := setweight(search_words(new.body), (case new.visibility when 'public' then 'B' else 'C' end)::"char");
begin
    if new.visibility = 'public' then
        update ticket_search set public_words = search_append(public_words, added), all_words = search_append(all_words, added)
        where ticket_id = new.ticket_id;
    else
        update ticket_search set all_words = search_append(coalesce(all_words, public_words), added) where ticket_id = new.ticket_id;
    end if;
    return null;
end
$$;

create function search_comment_changed() returns trigger language plpgsql as $$
begin
    perform search_rebuild(old.ticket_id);
    return null;
end
$$;

create trigger search_added after insert on tickets for each row execute function search_ticket_added();
create trigger search_changed after update of title, description, resolution_text, external_id on tickets for each row
    when (row(old.title, old.description, old.resolution_text, old.external_id)
        is distinct from row(new.title, new.description, new.resolution_text, new.external_id))
    execute function search_ticket_changed();
create trigger search_added after insert on comments for each row execute function search_comment_added();
create trigger search_changed after update of body on comments for each row when (old.body is distinct from new.body)
    execute function search_comment_changed();
create trigger search_removed after delete on comments for each row execute function search_comment_changed();

select search_rebuild(id) from tickets;
