-- Where every read model stands: one row per generation. The row in "live" says which one answers.
create schema if not exists view_control;

create table if not exists view_control.projection (
  name             text        not null,
  generation       integer     not null,
  view_version     integer     not null,
  position         bigint      not null,
  state            text        not null,
  error            text,
  stopped_at       timestamptz,
  next_try         timestamptz,
  retired_at       timestamptz,
  -- of a rebuild: whether it may differ, and how it compared with the generation that answered
  accepted         boolean     not null default false,
  compared_at      bigint,
  hash_before      text,
  hash_rebuilt     text,
  first_difference bigint,
  expected         boolean,
  primary key (name, generation)
) with (fillfactor = 50);

-- what the tables and their rows look like; other shapes are built anew before they are read
alter table view_control.projection add column if not exists shape text not null default '';

create table if not exists view_control.live (
  name       text    primary key,
  generation integer not null,
  foreign key (name, generation) references view_control.projection
);

-- whether it is being filled without keys, to be begun anew by whoever takes it over
alter table view_control.projection add column if not exists loading boolean not null default false;

grant usage on schema view_control to korf_app;
grant select, insert, update, delete on all tables in schema view_control to korf_app;

-- the application makes a schema for every generation it builds
do $$ begin
  execute format('grant create on database %I to korf_app', current_database());
end $$;
