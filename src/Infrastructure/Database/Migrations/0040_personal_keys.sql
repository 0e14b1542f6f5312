-- Keys under which the audit trail keeps what tells who a person is; removing one erases the person from it.
create table personal_keys (
    user_id uuid not null,
    key bytea not null,
    created_at timestamp with time zone not null,
    constraint pk_personal_keys primary key (user_id)
);
