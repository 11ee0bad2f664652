create table initiative (
  entity          text collate "C" not null,
  initiative      text not null,
  title_nl        text collate "C",
  title_en        text collate "C",
  owner           text not null,
  stage           text not null,
  milestone       text,
  withdrawn       boolean not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table initiative add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index initiative_now on initiative (entity, effective_from)
  where known_until = 9223372036854775807;
create index initiative_by_birth on initiative (born, entity);
create index initiative_by_owner on initiative (owner, born, entity);
create index initiative_by_stage on initiative (stage, born, entity);
create index initiative_by_title_nl on initiative (title_nl);
create index initiative_by_title_en on initiative (title_en);

create table involvement (
  entity          text collate "C" not null,
  initiative      text not null,
  person          text not null,
  capacity        text not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table involvement add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index involvement_now on involvement (entity, effective_from)
  where known_until = 9223372036854775807;
create index involvement_by_birth on involvement (born, entity);
create index involvement_by_person on involvement (person, born, entity);
create index involvement_by_initiative on involvement (initiative, born, entity);

create table link (
  entity          text collate "C" not null,
  initiative      text not null,
  relation        text not null,
  target          text not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table link add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index link_now on link (entity, effective_from)
  where known_until = 9223372036854775807;
create index link_by_birth on link (born, entity);
create index link_by_initiative on link (initiative, born, entity);
create index link_by_target on link (target, born, entity);
