-- Up to when each person has read what was written on a ticket.
create table ticket_reads (
    ticket_id uuid not null,
    user_id uuid not null,
    read_until timestamp with time zone not null,
    constraint pk_ticket_reads primary key (user_id, ticket_id),
    constraint fk_ticket_reads_tickets_ticket_id foreign key (ticket_id) references tickets (id) on delete cascade,
    constraint fk_ticket_reads_users_user_id foreign key (user_id) references users (id) on delete cascade
);

create index ix_ticket_reads_ticket_id on ticket_reads (ticket_id);
