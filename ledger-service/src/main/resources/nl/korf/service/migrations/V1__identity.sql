-- Who a person is: beside the ledger, so that it can be erased. A person id is random and says nothing.
create table service.directory_person (
  person_id    text primary key,
  display_name text not null,
  handle       text unique,
  source_set   text,
  source_id    text,
  command_id   uuid unique,
  unique (source_set, source_id)
);
create index directory_person_name on service.directory_person (lower(display_name), person_id);

-- Only the hash of a token is kept.
create table service.api_token (
  token_id   uuid primary key,
  digest     bytea not null unique,
  label      text not null,
  actor      text not null,
  person_id  text,
  rights     text[] not null,
  issued_by  text not null,
  issued_at  timestamptz not null,
  revoked_at timestamptz
);

-- What this installation has done once.
create table service.milestone (
  name    text primary key,
  reached timestamptz not null
);

grant usage on schema service to korf_app;
grant select, insert, update, delete on service.directory_person to korf_app;
grant select, insert on service.api_token to korf_app;
grant update (revoked_at) on service.api_token to korf_app;
grant select, insert on service.milestone to korf_app;
