-- What a comment said before it was corrected: beside the timeline, so that a redaction can remove it.

create table comment_revisions (
    id uuid not null,
    comment_id uuid not null,
    body text not null,
    written_at timestamp with time zone not null,
    replaced_at timestamp with time zone not null,
    constraint pk_comment_revisions primary key (id),
    constraint fk_comment_revisions_comments_comment_id foreign key (comment_id) references comments (id) on delete cascade
);

create index ix_comment_revisions_comment_id on comment_revisions (comment_id);

insert into comment_revisions (id, comment_id, body, written_at, replaced_at)
select gen_random_uuid(), c.id, e.details ->> 'before', c.created_at, e.at
from ticket_events e join comments c on c.id = (e.details ->> 'comment')::uuid
where e.type = 'commentEdited' and e.details ? 'before' and c.redacted_at is null;

update ticket_events set details = details - 'before' where type = 'commentEdited' and details ? 'before';
