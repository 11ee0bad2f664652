create table decision (
  entity          text not null,
  decision        text not null,
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
  row             bytea not null,
  primary key (entity, effective_from, known_from)
);

-- what is known now: at most one row per entity and start
create unique index decision_now on decision (entity, effective_from)
  where known_until = 9223372036854775807;
create index decision_by_initiative on decision (initiative, decision);
create index decision_by_decided_by on decision (decided_by, decision);
create index decision_now_by_decided_for on decision (decided_for, decision)
  where known_until = 9223372036854775807;
create index decision_now_by_taken_at on decision (taken_at)
  where known_until = 9223372036854775807;
