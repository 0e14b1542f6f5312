-- Lists of people by name, sessions that end when nobody uses them, codes that work once.
drop index ix_users_name;
create index ix_users_name_user_name on users (name, user_name);

alter table sessions add column last_seen_at timestamp with time zone;

alter table accounts add column last_code character varying(16);

create table one_time_codes (
    id uuid not null,
    purpose character varying(16) not null,
    user_id uuid,
    hash bytea not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    used_at timestamp with time zone,
    constraint pk_one_time_codes primary key (id)
);

create unique index ix_one_time_codes_hash on one_time_codes (hash);

create index ix_one_time_codes_user_id on one_time_codes (user_id);
