create table person (
  entity          text collate "C" not null,
  person          text not null,
  team            boolean not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table person add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index person_now on person (entity, effective_from)
  where known_until = 9223372036854775807;
create index person_by_birth on person (born, entity);
