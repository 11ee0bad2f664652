create table mandate (
  entity          text collate "C" not null,
  mandate         text not null,
  parent          text,
  principal       text not null,
  grantor         text not null,
  holder          text not null,
  power           text not null,
  state           text not null,
  -- of a delegation only: the body whose power passed, and the one it passed to
  delegator       text,
  delegate        text,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table mandate add primary key (entity, effective_from, known_from);

-- what is known now: at most one row per entity and start
create unique index mandate_now on mandate (entity, effective_from)
  where known_until = 9223372036854775807;
create index mandate_by_birth on mandate (born, entity);
create index mandate_by_parent on mandate (parent, born, entity);
create index mandate_by_holder on mandate (holder, born, entity);
create index mandate_by_grantor on mandate (grantor, born, entity);
create index mandate_by_power on mandate (power, born, entity);
create index mandate_by_principal on mandate (principal, born, entity);
create index mandate_by_delegator on mandate (delegator) where delegator is not null;
create index mandate_by_delegate on mandate (delegate) where delegate is not null;

create table signature (
  entity          text collate "C" not null,
  decision        text not null,
  mandate         text,
  known_from      bigint not null,
  known_until     bigint not null,
  effective_from  timestamptz not null,
  effective_until timestamptz not null,
  born            bigint not null,
  row             bytea not null
);
alter table signature add primary key (entity, effective_from, known_from);

create unique index signature_now on signature (entity, effective_from)
  where known_until = 9223372036854775807;
