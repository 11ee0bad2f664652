create table body (
  entity          text collate "C" not null,
  body            text not null,
  register        text not null,
  number          text not null,
  kind            text not null,
  parent          text,
  dissolved       boolean not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table body add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index body_now on body (entity, effective_from)
  where known_until = 9223372036854775807;
create index body_by_birth on body (born, entity);
create index body_by_parent on body (parent, born, entity);
create index body_by_register on body (register, number);
