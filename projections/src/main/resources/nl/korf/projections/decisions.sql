create table decision (
  entity          text collate "C" not null,
  decision        text not null,
  title_nl        text collate "C",
  title_en        text collate "C",
  initiative      text,
  decided_by      text,
  decided_for     text,
  principal       text,
  stage           text,
  taken_at        bigint not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  row             bytea not null
);
alter table decision add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index decision_now on decision (entity, effective_from)
  where known_until = 9223372036854775807;
create index decision_by_initiative on decision (initiative, effective_from, entity);
create index decision_by_decided_by on decision (decided_by, effective_from, entity);
create index decision_by_decided_for on decision (decided_for, effective_from, entity);
create index decision_by_time on decision (effective_from, entity);
create index decision_by_title_nl on decision (title_nl);
create index decision_by_title_en on decision (title_en);

create table use (
  entity          text collate "C" not null,
  mandate         text not null,
  decision        text not null,
  category        text,
  currency        text,
  vat             text,
  minor           bigint,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  row             bytea not null
);
alter table use add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index use_now on use (entity, effective_from)
  where known_until = 9223372036854775807;
create index use_by_mandate on use (mandate, effective_from, entity);
