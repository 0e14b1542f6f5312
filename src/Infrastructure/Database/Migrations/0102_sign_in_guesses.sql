-- Guesses are counted by name, whether somebody has it or not; the columns of accounts that counted them until now stay for the former release.
create table sign_in_guesses (
    name bytea not null,
    guesses integer not null,
    forgotten_at timestamp with time zone not null,
    constraint pk_sign_in_guesses primary key (name)
);

create index ix_sign_in_guesses_forgotten_at on sign_in_guesses (forgotten_at);

-- The latest codes, not only the last: an authenticator's code is good for some time.
alter table accounts alter column last_code type character varying(80);
