-- What is written once and used often: canned replies and ticket templates, in both languages.

create table canned_replies (
    id uuid not null,
    owner_id uuid not null,
    scope character varying(32) not null,
    team_id uuid,
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null,
    version bigint not null,
    body_en text,
    body_fr text,
    name_en character varying(200),
    name_fr character varying(200),
    constraint pk_canned_replies primary key (id),
    constraint fk_canned_replies_teams_team_id foreign key (team_id) references teams (id) on delete restrict,
    constraint fk_canned_replies_users_owner_id foreign key (owner_id) references users (id) on delete restrict
);

create table ticket_templates (
    id uuid not null,
    owner_id uuid not null,
    scope character varying(32) not null,
    team_id uuid,
    impact character varying(32) not null,
    urgency character varying(32) not null,
    service_id uuid,
    category_id uuid,
    for_team_id uuid,
    tags text[] not null,
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null,
    version bigint not null,
    description_en text,
    description_fr text,
    name_en character varying(200),
    name_fr character varying(200),
    title_en character varying(200),
    title_fr character varying(200),
    constraint pk_ticket_templates primary key (id),
    constraint fk_ticket_templates_categories_category_id foreign key (category_id) references categories (id) on delete restrict,
    constraint fk_ticket_templates_services_service_id foreign key (service_id) references services (id) on delete restrict,
    constraint fk_ticket_templates_teams_for_team_id foreign key (for_team_id) references teams (id) on delete restrict,
    constraint fk_ticket_templates_teams_team_id foreign key (team_id) references teams (id) on delete restrict,
    constraint fk_ticket_templates_users_owner_id foreign key (owner_id) references users (id) on delete restrict
);

create index ix_canned_replies_created_at_id on canned_replies (created_at, id);

create index ix_canned_replies_owner_id on canned_replies (owner_id);

create index ix_canned_replies_team_id on canned_replies (team_id);

create index ix_ticket_templates_category_id on ticket_templates (category_id);

create index ix_ticket_templates_created_at_id on ticket_templates (created_at, id);

create index ix_ticket_templates_for_team_id on ticket_templates (for_team_id);

create index ix_ticket_templates_owner_id on ticket_templates (owner_id);

create index ix_ticket_templates_service_id on ticket_templates (service_id);

create index ix_ticket_templates_team_id on ticket_templates (team_id);
