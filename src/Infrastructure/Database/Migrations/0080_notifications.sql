-- What people are told, and what they want to be told of.

create table notifications (
    id uuid not null,
    user_id uuid not null,
    kind character varying(32) not null,
    ticket_id uuid not null,
    actor_id uuid not null,
    delivery bigint not null,
    data jsonb not null,
    at timestamp with time zone not null,
    read_at timestamp with time zone,
    constraint pk_notifications primary key (id),
    constraint fk_notifications_tickets_ticket_id foreign key (ticket_id) references tickets (id) on delete cascade,
    constraint fk_notifications_users_user_id foreign key (user_id) references users (id) on delete cascade
);

create table user_preferences (
    user_id uuid not null,
    wanted text[] not null,
    unwanted text[] not null,
    interface jsonb not null,
    version bigint not null,
    constraint pk_user_preferences primary key (user_id),
    constraint fk_user_preferences_users_user_id foreign key (user_id) references users (id) on delete cascade
);

create index ix_notifications_at on notifications (at);

create index ix_notifications_ticket_id on notifications (ticket_id);

create unique index ix_notifications_user_id_delivery_kind on notifications (user_id, delivery, kind);

create index ix_notifications_user_id_id on notifications (user_id, id);

create index ix_notifications_unread on notifications (user_id) where read_at is null;
