-- In every generation: which facts concern an entity and up to when its timeline was unfolded by
-- then, the hash after every fact that changed a row, and the running sum behind that hash.
create table change (
  entity       text collate "C" not null,
  position     bigint      not null,
  last_step_at timestamptz not null,
  primary key (entity, position)
);

create table digest (
  position bigint primary key,
  digest   bytea  not null
);

create table hash (
  one      boolean primary key default true check (one),
  position bigint  not null,
  state    bytea   not null
) with (fillfactor = 30);
alter table hash alter column state set storage plain;
