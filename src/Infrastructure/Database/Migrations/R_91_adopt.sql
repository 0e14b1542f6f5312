-- A database that came from another server (restore, pg_dump) brings transaction numbers that are still to come here. What was chained
-- or told gets number 1, what waits for it 2; numbers of this server begin at 3. Looked at at every migration; mostly there is nothing.
do $$
begin
    if exists (select 1 from audit_entries where xid >= pg_snapshot_xmax(pg_current_snapshot())) then
        update audit_entries e
        set xid = case when exists (select 1 from audit_seals s where s.entry_id = e.id) then '1'::xid8 else '2'::xid8 end;
    end if;
    if exists (select 1 from outbox where xid >= pg_snapshot_xmax(pg_current_snapshot())) then
        update outbox set xid = '1'::xid8;
    end if;
end
$$;
