create table power (
  entity          text collate "C" not null,
  power           text not null,
  parent          text,
  category        text,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table power add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index power_now on power (entity, effective_from)
  where known_until = 9223372036854775807;
create index power_by_birth on power (born, entity);
create index power_by_parent on power (parent, born, entity);

create table attribution (
  entity          text collate "C" not null,
  power           text not null,
  body            text not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table attribution add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index attribution_now on attribution (entity, effective_from)
  where known_until = 9223372036854775807;
create index attribution_by_birth on attribution (born, entity);
create index attribution_by_body on attribution (body, born, entity);
create index attribution_by_power on attribution (power, born, entity);
