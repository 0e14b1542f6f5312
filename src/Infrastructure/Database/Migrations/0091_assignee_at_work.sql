-- Nobody is given a ticket who is leaving at the same moment: the row of the person is held until the assignment is committed. Whoever comes
-- too late starts over, and is then refused by the rule they would have been refused by before.
create function demand_assignee_at_work() returns trigger language plpgsql as $$
begin
    perform 1 from users where id = new.assignee_id and active for share;
    if not found then
        raise exception 'The assignee has left.' using errcode = 'check_violation', constraint = 'assignee_at_work';
    end if;
    return new;
end
$$;

create trigger assignee_at_work before update of assignee_id on tickets for each row
    when (new.assignee_id is not null and new.assignee_id is distinct from old.assignee_id and new.state in ('new', 'assigned', 'inProgress', 'pending'))
    execute function demand_assignee_at_work();
