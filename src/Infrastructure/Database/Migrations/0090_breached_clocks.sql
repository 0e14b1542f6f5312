-- The late ones are few among all clocks, and asked for by name.
create index ix_service_level_clocks_ticket_id on service_level_clocks (ticket_id) where breached_at is not null;
