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
  state           text not null,
  works_from      timestamptz not null,
  review_at       timestamptz,
  repealed_at     timestamptz,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table decision add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index decision_now on decision (entity, effective_from)
  where known_until = 9223372036854775807;
create index decision_by_initiative on decision (initiative, works_from, entity);
create index decision_by_decided_by on decision (decided_by, works_from, entity);
create index decision_by_decided_for on decision (decided_for, works_from, entity);
create index decision_by_time on decision (works_from, entity);
create index decision_by_review on decision (review_at, entity) where review_at is not null;
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
  born            bigint not null,
  row             bytea not null
);
alter table use add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index use_now on use (entity, effective_from)
  where known_until = 9223372036854775807;
create index use_by_mandate on use (mandate, effective_from, entity);

create table supersession (
  entity          text collate "C" not null,
  decision        text not null,
  by_decision     text not null,
  revives         boolean not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table supersession add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index supersession_now on supersession (entity, effective_from)
  where known_until = 9223372036854775807;
create index supersession_by_decision on supersession (decision, born, entity);
create index supersession_by_later on supersession (by_decision, born, entity);

create table dissent (
  entity          text collate "C" not null,
  decision        text not null,
  person          text not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table dissent add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index dissent_now on dissent (entity, effective_from)
  where known_until = 9223372036854775807;
create index dissent_by_decision on dissent (decision, born, entity);
create index dissent_by_person on dissent (person, born, entity);
