create table role (
  entity          text collate "C" not null,
  role            text not null,
  body            text not null,
  embodies        text,
  reports_to      text,
  specialises     text,
  abolished       boolean not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table role add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index role_now on role (entity, effective_from)
  where known_until = 9223372036854775807;
create index role_by_birth on role (born, entity);
create index role_by_body on role (body, born, entity);
create index role_by_specialises on role (specialises, born, entity);

create table appointment (
  entity          text collate "C" not null,
  role            text not null,
  person          text not null,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table appointment add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index appointment_now on appointment (entity, effective_from)
  where known_until = 9223372036854775807;
create index appointment_by_birth on appointment (born, entity);
create index appointment_by_person on appointment (person, born, entity);
create index appointment_by_role on appointment (role, born, entity);
