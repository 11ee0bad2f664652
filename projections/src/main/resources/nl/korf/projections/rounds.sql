create table round (
  entity          text collate "C" not null,
  round           text not null,
  title_nl        text collate "C",
  title_en        text collate "C",
  grp             text not null,
  initiative      text,
  state           text not null,
  deadline        timestamptz not null,
  opened_at       bigint not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table round add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index round_now on round (entity, effective_from)
  where known_until = 9223372036854775807;
create index round_by_grp on round (grp, effective_from, entity);
create index round_by_initiative on round (initiative, effective_from, entity);
create index round_by_state on round (state, effective_from, entity);
create index round_by_time on round (effective_from, entity);
create index round_by_title_nl on round (title_nl);
create index round_by_title_en on round (title_en);

create table elector (
  entity          text collate "C" not null,
  round           text not null,
  person          text not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table elector add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index elector_now on elector (entity, effective_from)
  where known_until = 9223372036854775807;
create index elector_by_round on elector (round, born, entity);
create index elector_by_person on elector (person, born, entity);

create table ballot (
  entity          text collate "C" not null,
  round           text not null,
  person          text not null,
  choice          text not null,
  cast_at         bigint not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table ballot add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index ballot_now on ballot (entity, effective_from)
  where known_until = 9223372036854775807;
create index ballot_by_round on ballot (round, effective_from, entity);
create index ballot_by_person on ballot (person, effective_from, entity);

create table response (
  entity          text collate "C" not null,
  round           text not null,
  kind            text not null,
  party           text not null,
  person          text not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table response add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index response_now on response (entity, effective_from)
  where known_until = 9223372036854775807;
create index response_by_round on response (round, effective_from, entity);

create table objection (
  entity          text collate "C" not null,
  objection       text not null,
  round           text not null,
  person          text not null,
  state           text not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table objection add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index objection_now on objection (entity, effective_from)
  where known_until = 9223372036854775807;
create index objection_by_round on objection (round, effective_from, entity);
