create table directive (
  entity          text collate "C" not null,
  directive       text not null,
  type            text not null,
  target          text not null,
  grp             text,
  issuer          text not null,
  principal       text,
  state           text not null,
  month           text not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table directive add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index directive_now on directive (entity, effective_from)
  where known_until = 9223372036854775807;
create index directive_by_target on directive (target, effective_from, entity);
create index directive_by_issuer on directive (issuer, effective_from, entity);
create index directive_by_grp on directive (grp, month, type);
create index directive_by_time on directive (effective_from, entity);

create table reply (
  entity          text collate "C" not null,
  directive       text not null,
  person          text not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table reply add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index reply_now on reply (entity, effective_from)
  where known_until = 9223372036854775807;
create index reply_by_directive on reply (directive, effective_from, entity);
