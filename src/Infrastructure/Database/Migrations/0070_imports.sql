-- Files on their way into the desk: the import, its file in pieces until it is done, the rows that could not be taken.

create table imports (
    id uuid not null,
    profile character varying(60) not null,
    file_name character varying(255) not null,
    file_size bigint not null,
    options jsonb not null,
    requested_by uuid not null,
    state character varying(32) not null,
    rows_read bigint not null,
    tickets_created integer not null,
    tickets_known integer not null,
    rows_rejected integer not null,
    failure character varying(2000),
    created_at timestamp with time zone not null,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    lease_id uuid,
    lease_until timestamp with time zone,
    version bigint not null,
    constraint pk_imports primary key (id),
    constraint fk_imports_users_requested_by foreign key (requested_by) references users (id) on delete restrict
);

create table import_chunks (
    import_id uuid not null,
    number integer not null,
    content bytea not null,
    constraint pk_import_chunks primary key (import_id, number),
    constraint fk_import_chunks_imports_import_id foreign key (import_id) references imports (id) on delete cascade
);

create table import_rejections (
    import_id uuid not null,
    row bigint not null,
    reason character varying(300) not null,
    constraint pk_import_rejections primary key (import_id, row),
    constraint fk_import_rejections_imports_import_id foreign key (import_id) references imports (id) on delete cascade
);

-- The pieces of a file are compressed already or soon gone.
alter table import_chunks alter column content set storage external;

create index ix_imports_requested_by on imports (requested_by);
create index ix_imports_created_at on imports (created_at) where state in ('queued', 'running');
