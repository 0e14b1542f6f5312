-- The role the application works as: it owns nothing and cannot rewrite the audit trail or the ledgers of clocks. Re-applied at every migration.
do $$
begin
    if not exists (select 1 from pg_roles where rolname = 'servicedesk_app') then
        create role servicedesk_app nologin;
    end if;
exception when duplicate_object or unique_violation then
    null; -- another database of this server is being migrated at the same time
end
$$;

grant servicedesk_app to current_user;
grant usage on schema public to servicedesk_app;
grant select, insert, update, delete on all tables in schema public to servicedesk_app;
grant usage, select, update on all sequences in schema public to servicedesk_app;
grant execute on all functions in schema public to servicedesk_app;
revoke update, delete, truncate on audit_entries, audit_seals from servicedesk_app;
revoke update, delete, truncate on service_level_intervals from servicedesk_app;
revoke insert, update, delete on "__EFMigrationsHistory", repeatable_scripts from servicedesk_app;
