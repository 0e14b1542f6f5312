-- The team that a ticket of this category goes to when it is opened without one.
alter table categories add column default_team_id uuid
    constraint fk_categories_teams_default_team_id references teams (id) on delete restrict;

create index ix_categories_default_team_id on categories (default_team_id);
