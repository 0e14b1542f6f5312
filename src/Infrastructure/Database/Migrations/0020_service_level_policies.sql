-- Calendars, holiday sets and service-level policies, each with versions that never change once they are published.

create table calendars (
    id uuid not null,
    name character varying(120) not null,
    own jsonb not null,
    holiday_set_ids uuid[] not null,
    version bigint not null,
    constraint pk_calendars primary key (id)
);

create table calendar_versions (
    calendar_id uuid not null,
    number integer not null,
    definition jsonb not null,
    published_at timestamp with time zone not null,
    published_by uuid not null,
    constraint pk_calendar_versions primary key (calendar_id, number),
    constraint fk_calendar_versions_calendars_calendar_id foreign key (calendar_id) references calendars (id) on delete cascade
);

create table holiday_sets (
    id uuid not null,
    name character varying(60) not null,
    days jsonb not null,
    version bigint not null,
    constraint pk_holiday_sets primary key (id)
);

create table service_level_policies (
    id uuid not null,
    name character varying(120) not null,
    "order" integer not null,
    active boolean not null,
    version bigint not null,
    constraint pk_service_level_policies primary key (id)
);

create table service_level_policy_versions (
    policy_id uuid not null,
    number integer not null,
    definition jsonb not null,
    drafted_at timestamp with time zone not null,
    drafted_by uuid not null,
    published_at timestamp with time zone,
    published_by uuid,
    reach character varying(32),
    constraint pk_service_level_policy_versions primary key (policy_id, number),
    constraint fk_service_level_policy_versions_policy_id foreign key (policy_id)
        references service_level_policies (id) on delete cascade
);

create index ix_calendars_name_id on calendars (name, id);
create index ix_holiday_sets_name_id on holiday_sets (name, id);
create index ix_service_level_policies_order_id on service_level_policies ("order", id);
