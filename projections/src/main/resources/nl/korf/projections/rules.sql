create table rule (
  entity          text collate "C" not null,
  rule            text not null,
  version         bigint not null,
  grp             text,
  retired         boolean not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table rule add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index rule_now on rule (entity, effective_from)
  where known_until = 9223372036854775807;
create index rule_by_grp on rule (grp, born, entity);
