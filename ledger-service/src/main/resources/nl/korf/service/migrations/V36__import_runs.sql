-- Imports asked for in a browser: what became of each, so that whoever closed the page, or comes back after a restart,
-- reads it. No names and no rows of the files; no fact rests on it. The id is the hash of what was uploaded.
create table service.import_run (
  id         text primary key,
  set_name   text not null,
  files      integer not null,
  started_by text not null,
  started_at timestamptz not null,
  touched_at timestamptz not null,
  state      text not null check (state in ('RUNNING', 'DONE', 'STOPPED', 'FAILED')),
  stop_asked boolean not null default false,
  facts      bigint not null default 0,
  recorded   bigint not null default 0,
  already    bigint not null default 0,
  refused    bigint not null default 0,
  findings   jsonb not null default '{}',
  refusals   text[] not null default '{}'
);
create index import_run_started on service.import_run (started_at);

grant select, insert, update, delete on service.import_run to korf_app;
