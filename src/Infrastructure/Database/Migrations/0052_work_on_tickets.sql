-- Tasks, worklogs, drafts, and who has a ticket open now.

create table ticket_tasks (
    id uuid not null,
    ticket_id uuid not null,
    title character varying(200) not null,
    team_id uuid,
    assignee_id uuid,
    due_at timestamp with time zone,
    state character varying(32) not null,
    ended_with_ticket boolean not null,
    created_by_id uuid not null,
    created_at timestamp with time zone not null,
    ended_by_id uuid,
    ended_at timestamp with time zone,
    version bigint not null,
    constraint pk_ticket_tasks primary key (id),
    constraint fk_ticket_tasks_teams_team_id foreign key (team_id) references teams (id) on delete restrict,
    constraint fk_ticket_tasks_tickets_ticket_id foreign key (ticket_id) references tickets (id) on delete cascade,
    constraint fk_ticket_tasks_users_assignee_id foreign key (assignee_id) references users (id) on delete restrict,
    constraint fk_ticket_tasks_users_created_by_id foreign key (created_by_id) references users (id) on delete restrict
);

create table worklogs (
    id uuid not null,
    ticket_id uuid not null,
    user_id uuid not null,
    minutes integer not null,
    text character varying(2000) not null,
    at timestamp with time zone not null,
    billable boolean not null,
    created_at timestamp with time zone not null,
    version bigint not null,
    constraint pk_worklogs primary key (id),
    constraint fk_worklogs_tickets_ticket_id foreign key (ticket_id) references tickets (id) on delete cascade,
    constraint fk_worklogs_users_user_id foreign key (user_id) references users (id) on delete restrict
);

create table ticket_drafts (
    user_id uuid not null,
    ticket_id uuid not null,
    kind character varying(32) not null,
    body text not null,
    conversation_version bigint,
    saved_at timestamp with time zone not null,
    version bigint not null,
    constraint pk_ticket_drafts primary key (ticket_id, user_id, kind),
    constraint fk_ticket_drafts_tickets_ticket_id foreign key (ticket_id) references tickets (id) on delete cascade,
    constraint fk_ticket_drafts_users_user_id foreign key (user_id) references users (id) on delete cascade
);

-- Worth nothing after half a minute, so it is not logged and names nobody by key.
create unlogged table ticket_presence (
    ticket_id uuid not null,
    user_id uuid not null,
    activity character varying(32) not null,
    seen_at timestamp with time zone not null,
    constraint pk_ticket_presence primary key (ticket_id, user_id)
);

create index ix_ticket_drafts_user_id on ticket_drafts (user_id);

create index ix_ticket_presence_seen_at on ticket_presence (seen_at);

create index ix_ticket_tasks_assignee_id_due_at_id on ticket_tasks (assignee_id, due_at, id) where state = 'open';

create index ix_ticket_tasks_created_by_id on ticket_tasks (created_by_id);

create index ix_ticket_tasks_team_id on ticket_tasks (team_id);

create index ix_ticket_tasks_ticket_id_created_at_id on ticket_tasks (ticket_id, created_at, id);

create index ix_worklogs_ticket_id_at_id on worklogs (ticket_id, at, id);

create index ix_worklogs_user_id_at_id on worklogs (user_id, at, id);
