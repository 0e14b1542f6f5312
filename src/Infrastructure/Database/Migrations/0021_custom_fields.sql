-- Fields that administrators add to tickets, and the registry's search by the beginning of a name.

create table custom_fields (
    id uuid not null,
    key character varying(60) not null,
    type character varying(32) not null,
    required boolean not null,
    options jsonb not null,
    practice character varying(32),
    active boolean not null,
    version bigint not null,
    name_en character varying(200),
    name_fr character varying(200),
    constraint pk_custom_fields primary key (id)
);

create unique index ix_custom_fields_key on custom_fields (key);
create index ix_configuration_items_name_lower on configuration_items (lower(name) text_pattern_ops);
