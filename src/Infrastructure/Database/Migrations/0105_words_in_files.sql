-- The text of files that are text, so that their words are found; kept apart, as nothing but the search reads it.
create table attachment_texts (
    attachment_id uuid not null,
    body text not null,
    constraint pk_attachment_texts primary key (attachment_id),
    constraint fk_attachment_texts_attachments_attachment_id foreign key (attachment_id) references attachments (id) on delete cascade
);

-- A tsvector holds a megabyte; what comes after the first part of a conversation, or of its files, is not found.
create or replace function search_append(words tsvector, more tsvector) returns tsvector language sql immutable parallel safe as $$
    select case when length(words) > 15000 or pg_column_size(words) + pg_column_size(more) > 700000 then words else words || more end
$$;

create or replace function search_rebuild(id uuid) returns void language plpgsql as $$
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
    for c in
        select body, visibility, (case visibility when 'public' then 'B' else 'C' end)::"char" as weight, created_at as at, comments.id as part
        from comments where ticket_id = t.id
        union all
        select name || ' ' || translate(name, '._-', '   '), visibility, 'D'::"char", uploaded_at, attachments.id
        from attachments where ticket_id = t.id and removed_at is null
        union all
        select x.body, a.visibility, 'D'::"char", 'infinity', a.id
        from attachments a join attachment_texts x on x.attachment_id = a.id where a.ticket_id = t.id and a.removed_at is null
        order by at, part
    loop
        if c.visibility = 'public' then
            seen := search_append(seen, setweight(search_words(c.body), c.weight));
        else
            noted := search_append(coalesce(noted, ''), setweight(search_words(c.body), c.weight));
        end if;
    end loop;
    insert into ticket_search (ticket_id, public_words, all_words) values (t.id, seen, search_append(seen, noted))
    on conflict (ticket_id) do update set public_words = excluded.public_words, all_words = excluded.all_words;
end
$$;

-- A file may be attached in the statement before its text is kept.
create function search_text_added() returns trigger language plpgsql as $$
begin
    perform search_rebuild(a.ticket_id) from attachments a where a.id = new.attachment_id and a.ticket_id is not null;
    return null;
end
$$;

-- The text of a file goes when the file goes out of sight.
create function search_text_removed() returns trigger language plpgsql as $$
begin
    delete from attachment_texts where attachment_id = new.id;
    return null;
end
$$;

create trigger search_added after insert on attachment_texts for each row execute function search_text_added();
create trigger search_text_removed after update of removed_at on attachments for each row when (new.removed_at is not null)
    execute function search_text_removed();
