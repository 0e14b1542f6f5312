-- Links between tickets, stored once and shown at both ends; parents stay on the child.

create table ticket_links (
    id uuid not null,
    type character varying(32) not null,
    from_id uuid not null,
    to_id uuid not null,
    created_by_id uuid not null,
    created_at timestamp with time zone not null,
    constraint pk_ticket_links primary key (id),
    constraint fk_ticket_links_tickets_from_id foreign key (from_id) references tickets (id) on delete cascade,
    constraint fk_ticket_links_tickets_to_id foreign key (to_id) references tickets (id) on delete cascade,
    constraint fk_ticket_links_users_created_by_id foreign key (created_by_id) references users (id) on delete restrict
);

create table link_guard (
    id integer not null,
    version bigint not null,
    constraint pk_link_guard primary key (id)
);

create index ix_ticket_links_created_by_id on ticket_links (created_by_id);

create unique index ix_ticket_links_from_id_to_id_type on ticket_links (from_id, to_id, type);

create index ix_ticket_links_to_id on ticket_links (to_id);

insert into link_guard (id, version) values (1, 1);
