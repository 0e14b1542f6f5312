-- The foundation: people, catalogue, tickets with their timeline, accounts, audit and outbox.
-- Names of constraints and indexes are those EF would give; a test holds this file against the model.

create sequence incident_number;
create sequence request_number;
create sequence problem_number;
create sequence change_number;

create table accounts (
    id uuid not null,
    password_expired boolean not null,
    user_name character varying(256),
    normalized_user_name character varying(256),
    email character varying(256),
    normalized_email character varying(256),
    email_confirmed boolean not null,
    password_hash text,
    security_stamp text,
    concurrency_stamp text,
    phone_number text,
    phone_number_confirmed boolean not null,
    two_factor_enabled boolean not null,
    lockout_end timestamp with time zone,
    lockout_enabled boolean not null,
    access_failed_count integer not null,
    constraint pk_accounts primary key (id)
);

create table api_tokens (
    id uuid not null,
    user_id uuid not null,
    name character varying(100) not null,
    hash bytea not null,
    scopes text[] not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    constraint pk_api_tokens primary key (id)
);

create table audit_entries (
    id bigint generated always as identity,
    xid xid8 not null default (pg_current_xact_id()),
    at timestamp with time zone not null,
    actor_id uuid not null,
    via character varying(16) not null,
    remote_address character varying(64),
    action character varying(16) not null,
    entity character varying(64) not null,
    entity_id character varying(200) not null,
    before jsonb,
    after jsonb,
    constraint pk_audit_entries primary key (id)
);

create table audit_seals (
    position bigint not null,
    entry_id bigint not null,
    hash bytea not null,
    constraint pk_audit_seals primary key (position)
);

create table categories (
    id uuid not null,
    key character varying(100) not null,
    parent_id uuid,
    active boolean not null,
    version bigint not null,
    name_en character varying(200),
    name_fr character varying(200),
    constraint pk_categories primary key (id),
    constraint fk_categories_categories_parent_id foreign key (parent_id) references categories (id) on delete restrict
);

create table configuration_items (
    id uuid not null,
    name character varying(200) not null,
    type character varying(60) not null,
    active boolean not null,
    version bigint not null,
    constraint pk_configuration_items primary key (id)
);

create table data_protection_keys (
    id integer generated always as identity,
    name character varying(200) not null,
    xml text not null,
    constraint pk_data_protection_keys primary key (id)
);

create table departments (
    id uuid not null,
    name character varying(200) not null,
    active boolean not null,
    version bigint not null,
    constraint pk_departments primary key (id)
);

create table idempotent_answers (
    user_id uuid not null,
    key character varying(200) not null,
    fingerprint bytea not null,
    status integer not null,
    headers jsonb not null,
    body bytea not null,
    created_at timestamp with time zone not null,
    constraint pk_idempotent_answers primary key (user_id, key)
);

create table organisation_settings (
    id integer not null,
    name character varying(200) not null,
    time_zone character varying(64) not null,
    language character varying(8) not null,
    reopen_window interval not null,
    first_contact_window interval not null,
    auto_close boolean not null,
    retention_days integer not null,
    version bigint not null,
    constraint pk_organisation_settings primary key (id)
);

create table outbox (
    id bigint generated always as identity,
    xid xid8 not null default (pg_current_xact_id()),
    name character varying(64) not null,
    payload jsonb not null,
    ticket_id uuid,
    internal boolean not null,
    actor_id uuid not null,
    at timestamp with time zone not null,
    due_at timestamp with time zone not null,
    attempts integer not null,
    delivered_at timestamp with time zone,
    dead_at timestamp with time zone,
    last_error text,
    constraint pk_outbox primary key (id)
);

create table priority_matrices (
    practice character varying(32) not null,
    cells text[] not null,
    version bigint not null,
    constraint pk_priority_matrices primary key (practice)
);

create table roles (
    id uuid not null,
    key character varying(64) not null,
    permissions text[] not null,
    built_in boolean not null,
    version bigint not null,
    name_en character varying(200),
    name_fr character varying(200),
    constraint pk_roles primary key (id)
);

create table services (
    id uuid not null,
    key character varying(100) not null,
    active boolean not null,
    version bigint not null,
    name_en character varying(200),
    name_fr character varying(200),
    constraint pk_services primary key (id)
);

create table sessions (
    id uuid not null,
    user_id uuid not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    remote_address character varying(64),
    user_agent character varying(300),
    revoked_at timestamp with time zone,
    constraint pk_sessions primary key (id)
);

create table sites (
    id uuid not null,
    name character varying(200) not null,
    address character varying(500),
    time_zone character varying(64) not null,
    active boolean not null,
    version bigint not null,
    constraint pk_sites primary key (id)
);

create table account_claims (
    id integer generated BY default as identity,
    user_id uuid not null,
    claim_type text,
    claim_value text,
    constraint pk_account_claims primary key (id),
    constraint fk_account_claims_accounts_user_id foreign key (user_id) references accounts (id) on delete cascade
);

create table account_logins (
    login_provider text not null,
    provider_key text not null,
    provider_display_name text,
    user_id uuid not null,
    constraint pk_account_logins primary key (login_provider, provider_key),
    constraint fk_account_logins_accounts_user_id foreign key (user_id) references accounts (id) on delete cascade
);

create table account_tokens (
    user_id uuid not null,
    login_provider text not null,
    name text not null,
    value text,
    constraint pk_account_tokens primary key (user_id, login_provider, name),
    constraint fk_account_tokens_accounts_user_id foreign key (user_id) references accounts (id) on delete cascade
);

create table comments (
    id uuid not null,
    ticket_id uuid not null,
    body text not null,
    visibility character varying(32) not null,
    author_id uuid not null,
    created_at timestamp with time zone not null,
    edited_at timestamp with time zone,
    redacted_at timestamp with time zone,
    constraint pk_comments primary key (id)
);

create table grants (
    id uuid not null,
    user_id uuid not null,
    role_id uuid not null,
    team_id uuid,
    site_id uuid,
    constraint pk_grants primary key (id),
    constraint fk_grants_roles_role_id foreign key (role_id) references roles (id) on delete restrict,
    constraint fk_grants_sites_site_id foreign key (site_id) references sites (id) on delete restrict
);

create table team_members (
    team_id uuid not null,
    user_id uuid not null,
    constraint pk_team_members primary key (team_id, user_id)
);

create table teams (
    id uuid not null,
    key character varying(100) not null,
    description character varying(1000),
    lead_id uuid,
    active boolean not null,
    version bigint not null,
    name_en character varying(200),
    name_fr character varying(200),
    constraint pk_teams primary key (id)
);

create table users (
    id uuid not null,
    user_name character varying(100) not null,
    name character varying(200) not null,
    email character varying(254),
    phone character varying(50),
    language character varying(8) not null,
    time_zone character varying(64) not null,
    site_id uuid,
    department_id uuid,
    manager_id uuid,
    default_team_id uuid,
    vip boolean not null,
    active boolean not null,
    is_service boolean not null,
    created_at timestamp with time zone not null,
    version bigint not null,
    constraint pk_users primary key (id),
    constraint fk_users_departments_department_id foreign key (department_id) references departments (id) on delete restrict,
    constraint fk_users_sites_site_id foreign key (site_id) references sites (id) on delete restrict,
    constraint fk_users_teams_default_team_id foreign key (default_team_id) references teams (id) on delete restrict,
    constraint fk_users_users_manager_id foreign key (manager_id) references users (id) on delete restrict
);

create table tickets (
    id uuid not null,
    reference character varying(24) not null,
    title character varying(200) not null,
    description text not null,
    state character varying(32) not null,
    impact character varying(32) not null,
    urgency character varying(32) not null,
    priority character varying(32) not null,
    channel character varying(32) not null,
    created_via character varying(16) not null,
    requester_id uuid not null,
    opened_by_id uuid not null,
    team_id uuid,
    assignee_id uuid,
    service_id uuid,
    category_id uuid,
    site_id uuid,
    parent_id uuid,
    merged_into_id uuid,
    follow_up_of_id uuid,
    restricted boolean not null,
    tags text[] not null,
    custom_fields jsonb not null,
    opened_at timestamp with time zone not null,
    updated_at timestamp with time zone not null,
    resolved_at timestamp with time zone,
    closed_at timestamp with time zone,
    reopen_count integer not null,
    reassignment_count integer not null,
    due_at timestamp with time zone not null default ('infinity'::timestamp with time zone),
    version bigint not null,
    conversation_version bigint not null,
    event_sequence bigint not null,
    open boolean generated always as (state in ('new', 'assigned', 'inProgress', 'pending')) stored not null,
    practice character varying(16) not null,
    external_id character varying(100),
    external_system character varying(100),
    pending_reason character varying(32),
    pending_since timestamp with time zone,
    pending_until timestamp with time zone,
    override_priority character varying(32),
    override_reason character varying(500),
    resolution_code character varying(32),
    resolution_text text,
    first_assignee_id uuid,
    first_contact_resolution boolean,
    major_declared_at timestamp with time zone,
    major_lead_id uuid,
    major_next_update_at timestamp with time zone,
    major_status character varying(2000),
    major_summary character varying(2000),
    merged_at timestamp with time zone,
    merged_from_pending_reason character varying(32),
    merged_from_state character varying(32),
    merged_from_until timestamp with time zone,
    constraint pk_tickets primary key (id),
    constraint fk_tickets_categories_category_id foreign key (category_id) references categories (id) on delete restrict,
    constraint fk_tickets_services_service_id foreign key (service_id) references services (id) on delete restrict,
    constraint fk_tickets_sites_site_id foreign key (site_id) references sites (id) on delete restrict,
    constraint fk_tickets_teams_team_id foreign key (team_id) references teams (id) on delete restrict,
    constraint fk_tickets_users_assignee_id foreign key (assignee_id) references users (id) on delete restrict,
    constraint fk_tickets_users_opened_by_id foreign key (opened_by_id) references users (id) on delete restrict,
    constraint fk_tickets_users_requester_id foreign key (requester_id) references users (id) on delete restrict
);

create table ticket_configuration_items (
    ticket_id uuid not null,
    configuration_item_id uuid not null,
    constraint pk_ticket_configuration_items primary key (ticket_id, configuration_item_id),
    constraint "fk_ticket_configuration_items_configuration_items_configuratio~" foreign key (configuration_item_id) references configuration_items (id) on delete restrict,
    constraint fk_ticket_configuration_items_tickets_ticket_id foreign key (ticket_id) references tickets (id) on delete cascade
);

create table ticket_events (
    ticket_id uuid not null,
    sequence bigint not null,
    version bigint not null,
    type character varying(32) not null,
    visibility character varying(32) not null,
    actor_id uuid not null,
    at timestamp with time zone not null,
    details jsonb not null,
    constraint pk_ticket_events primary key (ticket_id, sequence),
    constraint fk_ticket_events_tickets_ticket_id foreign key (ticket_id) references tickets (id) on delete cascade
);

create table ticket_watchers (
    ticket_id uuid not null,
    user_id uuid not null,
    constraint pk_ticket_watchers primary key (ticket_id, user_id),
    constraint fk_ticket_watchers_tickets_ticket_id foreign key (ticket_id) references tickets (id) on delete cascade,
    constraint fk_ticket_watchers_users_user_id foreign key (user_id) references users (id) on delete restrict
);

create index ix_account_claims_user_id on account_claims (user_id);

create index ix_account_logins_user_id on account_logins (user_id);

create index ix_accounts_normalized_email on accounts (normalized_email);

create unique index ix_accounts_normalized_user_name on accounts (normalized_user_name);

create unique index ix_api_tokens_hash on api_tokens (hash);

create index ix_api_tokens_user_id_created_at on api_tokens (user_id, created_at);

create index ix_audit_entries_actor_id_id on audit_entries (actor_id, id);

create index ix_audit_entries_entity_entity_id_id on audit_entries (entity, entity_id, id);

create index ix_audit_entries_xid_id on audit_entries (xid, id);

create unique index ix_audit_seals_entry_id on audit_seals (entry_id);

create unique index ix_categories_key on categories (key);

create index ix_categories_parent_id on categories (parent_id);

create index ix_comments_author_id on comments (author_id);

create index ix_comments_ticket_id_created_at_id on comments (ticket_id, created_at, id);

create index ix_configuration_items_name_id on configuration_items (name, id);

create unique index ix_departments_name on departments (name);

create index ix_grants_role_id on grants (role_id);

create index ix_grants_site_id on grants (site_id);

create index ix_grants_team_id on grants (team_id);

create unique index ix_grants_user_id_role_id_team_id_site_id on grants (user_id, role_id, team_id, site_id) nulls not distinct;

create index ix_idempotent_answers_created_at on idempotent_answers (created_at);

create index ix_outbox_at on outbox (at);

create index ix_outbox_due_at_id on outbox (due_at, id) where delivered_at is null and dead_at is null;

create index ix_outbox_xid_id on outbox (xid, id);

create unique index ix_roles_key on roles (key);

create unique index ix_services_key on services (key);

create index ix_sessions_user_id_created_at on sessions (user_id, created_at);

create unique index ix_sites_name on sites (name);

create index ix_team_members_user_id on team_members (user_id);

create unique index ix_teams_key on teams (key);

create index ix_teams_lead_id on teams (lead_id);

create index ix_ticket_configuration_items_configuration_item_id on ticket_configuration_items (configuration_item_id);

create index ix_ticket_watchers_user_id_ticket_id on ticket_watchers (user_id, ticket_id);

create index ix_tickets_assignee_id_priority_due_at_id on tickets (assignee_id, priority, due_at, id) where open;

create index ix_tickets_assignee_id_updated_at_id on tickets (assignee_id, updated_at, id);

create index ix_tickets_category_id on tickets (category_id);

create index ix_tickets_due_at_id on tickets (due_at, id) where open;

create index ix_tickets_merged_into_id on tickets (merged_into_id) where merged_into_id is not null;

create index ix_tickets_opened_at_id on tickets (opened_at, id);

create index ix_tickets_opened_by_id_updated_at_id on tickets (opened_by_id, updated_at, id);

create index ix_tickets_parent_id on tickets (parent_id) where parent_id is not null;

create index ix_tickets_priority_due_at_id on tickets (priority, due_at, id) where open;

create unique index ix_tickets_reference on tickets (reference);

create index ix_tickets_requester_id_updated_at_id on tickets (requester_id, updated_at, id);

create index ix_tickets_service_id on tickets (service_id);

create index ix_tickets_site_id on tickets (site_id);

create index ix_tickets_team_id_opened_at_id on tickets (team_id, opened_at, id);

create index ix_tickets_team_id_priority_due_at_id on tickets (team_id, priority, due_at, id) where open;

create index ix_tickets_updated_at_id on tickets (updated_at, id);

create index ix_users_default_team_id on users (default_team_id);

create index ix_users_department_id on users (department_id);

create index ix_users_manager_id on users (manager_id);

create index ix_users_name on users (name);

create index ix_users_site_id on users (site_id);

create unique index ix_users_user_name on users (user_name);

alter table comments add constraint fk_comments_tickets_ticket_id foreign key (ticket_id) references tickets (id) on delete cascade;

alter table comments add constraint fk_comments_users_author_id foreign key (author_id) references users (id) on delete restrict;

alter table grants add constraint fk_grants_teams_team_id foreign key (team_id) references teams (id) on delete restrict;

alter table grants add constraint fk_grants_users_user_id foreign key (user_id) references users (id) on delete cascade;

alter table team_members add constraint fk_team_members_teams_team_id foreign key (team_id) references teams (id) on delete cascade;

alter table team_members add constraint fk_team_members_users_user_id foreign key (user_id) references users (id) on delete restrict;

alter table teams add constraint fk_teams_users_lead_id foreign key (lead_id) references users (id) on delete restrict;

-- What the model cannot say.
create unique index ix_tickets_external_reference on tickets (external_system, external_id) where external_system is not null;
create unique index ix_users_user_name_lower on users (lower(user_name));
create index ix_users_email_lower on users (lower(email)) where email is not null;

insert into organisation_settings (id, name, time_zone, language, reopen_window, first_contact_window, auto_close, retention_days, version)
values (1, 'ServiceDesk', 'Europe/Paris', 'en', interval '7 days', interval '1 hour', true, 30, 1);

insert into priority_matrices (practice, cells, version)
values ('incident', array['p1', 'p2', 'p3', 'p2', 'p3', 'p4', 'p3', 'p4', 'p5'], 1);

-- The product itself, as an actor.
insert into users (id, user_name, name, language, time_zone, vip, active, is_service, created_at, version)
values ('00000000-0000-7000-8000-000000000001', 'system', 'ServiceDesk', 'en', 'Etc/UTC', false, true, true, now(), 1);
