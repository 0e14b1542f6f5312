-- Clocks, their ledgers, the wakes ahead of them, and policies on their way to open tickets.

create table service_level_clocks (
    id uuid not null,
    ticket_id uuid not null,
    target character varying(32) not null,
    audience character varying(32) not null,
    cycle integer not null,
    started_at timestamp with time zone not null,
    last_sequence integer not null,
    last_why character varying(60) not null,
    state character varying(32) not null,
    as_of timestamp with time zone not null,
    elapsed_seconds bigint not null,
    due_at timestamp with time zone,
    breached_at timestamp with time zone,
    paused_since timestamp with time zone,
    stopped_at timestamp with time zone,
    used_up_at timestamp with time zone,
    policy_id uuid not null,
    policy_version integer not null,
    calendar_id uuid not null,
    calendar_version integer not null,
    target_seconds bigint not null,
    team_id uuid,
    person_id uuid,
    constraint pk_service_level_clocks primary key (id),
    constraint fk_service_level_clocks_tickets_ticket_id foreign key (ticket_id) references tickets (id) on delete cascade
);

create table service_level_intervals (
    clock_id uuid not null,
    sequence integer not null,
    at timestamp with time zone not null,
    kind character varying(32) not null,
    why character varying(60) not null,
    by_event bigint not null,
    policy_id uuid not null,
    policy_version integer not null,
    calendar_id uuid not null,
    calendar_version integer not null,
    target_seconds bigint not null,
    open_seconds_before bigint not null,
    team_id uuid,
    person_id uuid,
    constraint pk_service_level_intervals primary key (clock_id, sequence),
    constraint fk_service_level_intervals_service_level_clocks_clock_id foreign key (clock_id)
        references service_level_clocks (id) on delete cascade
);

-- Fired rows leave the index of what is due, so each is written twice at most.
create table service_level_wakes (
    clock_id uuid not null,
    level character varying(32) not null,
    ticket_id uuid not null,
    at timestamp with time zone,
    fired_at timestamp with time zone,
    constraint pk_service_level_wakes primary key (clock_id, level),
    constraint fk_service_level_wakes_service_level_clocks_clock_id foreign key (clock_id)
        references service_level_clocks (id) on delete cascade
);

create table service_level_rollouts (
    policy_id uuid not null,
    number integer not null,
    requested_at timestamp with time zone not null,
    requested_by uuid not null,
    after_ticket_id uuid not null,
    tickets_seen bigint not null,
    tickets_moved bigint not null,
    done_at timestamp with time zone,
    constraint pk_service_level_rollouts primary key (policy_id, number)
);

create unique index ix_service_level_clocks_ticket_id_target_audience_cycle on service_level_clocks (ticket_id, target, audience, cycle);
create index ix_service_level_rollouts_requested_at on service_level_rollouts (requested_at) where done_at is null;
create index ix_service_level_wakes_at_clock_id_level on service_level_wakes (at, clock_id, level)
    where fired_at is null and at is not null;
