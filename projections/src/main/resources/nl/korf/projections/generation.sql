-- In every generation: which facts concern an entity and up to when its timeline was unfolded by
-- then, the hash after every fact that changed a row, and the running sum behind that hash.
create table change (
  entity       text collate "C" not null,
  position     bigint      not null,
  last_step_at timestamptz not null
);
alter table change add primary key (entity, position);

create table digest (
  position bigint not null,
  digest   bytea  not null
);
alter table digest add primary key (position);

create table hash (
  one      boolean primary key default true check (one),
  position bigint  not null,
  state    bytea   not null
) with (fillfactor = 30);
