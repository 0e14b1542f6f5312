-- Saved views; files are found by their names; titles are compared while one is typed.

create table saved_views (
    id uuid not null,
    owner_id uuid not null,
    team_id uuid,
    name character varying(100) not null,
    filter jsonb not null,
    sort character varying(60) not null,
    columns text[] not null,
    pinned boolean not null,
    created_at timestamp with time zone not null,
    version bigint not null,
    constraint pk_saved_views primary key (id),
    constraint fk_saved_views_teams_team_id foreign key (team_id) references teams (id) on delete restrict,
    constraint fk_saved_views_users_owner_id foreign key (owner_id) references users (id) on delete cascade
);

create unique index ix_saved_views_owner_id_name on saved_views (owner_id, name);

create index ix_saved_views_team_id on saved_views (team_id);

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

create function search_file_changed() returns trigger language plpgsql as $$
begin
    perform search_rebuild(new.ticket_id);
    return null;
end
$$;

create trigger search_added after insert on attachments for each row when (new.ticket_id is not null) execute function search_file_changed();
create trigger search_changed after update of ticket_id, removed_at, visibility on attachments for each row when (new.ticket_id is not null)
    execute function search_file_changed();

select search_rebuild(ticket_id) from (select distinct ticket_id from attachments where ticket_id is not null) a;

-- Any of the words of a title that is being typed; those that either language drops do not count.
create function search_any(typed text) returns tsquery language plpgsql stable parallel safe as $$
declare
    any_word tsquery;
    f tsquery;
    e tsquery;
    word text;
begin
    foreach word in array regexp_split_to_array(lower(btrim(search_plain(typed))), '\s+') loop
        f := plainto_tsquery('pg_catalog.french', word);
        e := plainto_tsquery('pg_catalog.english', word);
        if numnode(f) > 0 and numnode(e) > 0 then
            any_word := case when any_word is null then f || e else any_word || f || e end;
        end if;
    end loop;
    return any_word;
end
$$;
