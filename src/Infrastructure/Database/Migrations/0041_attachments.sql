-- Files of tickets and comments; the bytes lie in the data folder, named by their hash.
create table attachments (
    id uuid not null,
    ticket_id uuid,
    comment_id uuid,
    visibility character varying(32) not null,
    uploaded_by_id uuid not null,
    name character varying(200) not null,
    media_type character varying(100) not null,
    size bigint not null,
    hash bytea not null,
    uploaded_at timestamp with time zone not null,
    removed_at timestamp with time zone,
    constraint pk_attachments primary key (id),
    constraint fk_attachments_comments_comment_id foreign key (comment_id) references comments (id) on delete restrict,
    constraint fk_attachments_tickets_ticket_id foreign key (ticket_id) references tickets (id) on delete restrict,
    constraint fk_attachments_users_uploaded_by_id foreign key (uploaded_by_id) references users (id) on delete restrict
);

create index ix_attachments_comment_id on attachments (comment_id) where comment_id is not null;

create index ix_attachments_hash on attachments (hash);

create index ix_attachments_removed_at on attachments (removed_at) where removed_at is not null;

create index ix_attachments_ticket_id_uploaded_at_id on attachments (ticket_id, uploaded_at, id);

create index ix_attachments_uploaded_at on attachments (uploaded_at) where ticket_id is null and removed_at is null;

create index ix_attachments_uploaded_by_id on attachments (uploaded_by_id);
