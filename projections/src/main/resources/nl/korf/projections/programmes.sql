create table programme (
  entity          text collate "C" not null,
  programme       text not null,
  title_nl        text collate "C",
  title_en        text collate "C",
  year            bigint not null,
  grp             text not null,
  closed          boolean not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table programme add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index programme_now on programme (entity, effective_from)
  where known_until = 9223372036854775807;
create index programme_by_birth on programme (born, entity);
create index programme_by_year on programme (year, born, entity);
create index programme_by_grp on programme (grp, born, entity);
create index programme_by_title_nl on programme (title_nl);
create index programme_by_title_en on programme (title_en);

create table inclusion (
  entity          text collate "C" not null,
  programme       text not null,
  initiative      text not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table inclusion add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index inclusion_now on inclusion (entity, effective_from)
  where known_until = 9223372036854775807;
create index inclusion_by_programme on inclusion (programme, born, entity);
create index inclusion_by_initiative on inclusion (initiative, born, entity);
