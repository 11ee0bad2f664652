create table grp (
  entity          text collate "C" not null,
  grp             text not null,
  title_nl        text collate "C",
  title_en        text collate "C",
  kind            text not null,
  parent          text,
  organisation    text,
  state           text not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table grp add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index grp_now on grp (entity, effective_from)
  where known_until = 9223372036854775807;
create index grp_by_birth on grp (born, entity);
create index grp_by_parent on grp (parent, born, entity);
create index grp_by_organisation on grp (organisation, born, entity);
create index grp_by_kind on grp (kind, born, entity);
create index grp_by_title_nl on grp (title_nl);
create index grp_by_title_en on grp (title_en);

create table membership (
  entity          text collate "C" not null,
  grp             text not null,
  person          text not null,
  capacity        text not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table membership add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index membership_now on membership (entity, effective_from)
  where known_until = 9223372036854775807;
create index membership_by_birth on membership (born, entity);
create index membership_by_person on membership (person, born, entity);
create index membership_by_grp on membership (grp, born, entity);
