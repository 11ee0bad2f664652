-- Positions are 1, 2, 3 … without a gap, in commit order; assigned by the appender under its lock.
create table ledger.event (
  position    bigint      primary key check (position > 0),
  event_id    uuid        not null unique,
  type        text        not null,
  version     text        not null,
  recorded_at timestamptz not null,
  tags        text[]      not null,
  payload     bytea       not null,
  metadata    bytea       not null,
  header      bytea       not null check (octet_length(header) <= 4096),
  leaf_hash   bytea       not null check (octet_length(leaf_hash) = 32)
);

-- The erasable part of a fact. The header keeps SHA-256(salt || bytes).
create table ledger.event_personal (
  position bigint primary key,
  salt     bytea  not null check (octet_length(salt) >= 16),
  bytes    bytea  not null
);

create table ledger.event_tag (
  tag      text   not null,
  position bigint not null,
  type     text   not null,
  primary key (tag, position) include (type)
);

create table ledger.command (
  command_id     uuid   primary key,
  first_position bigint not null,
  count          int    not null check (count > 0),
  digest         bytea  not null
);

-- One row, written once.
create table ledger.ledger (
  only_row   boolean     primary key default true check (only_row),
  id         uuid        not null,
  example    boolean     not null,
  founded_at timestamptz not null
);

-- The first fence: rights. The application reads and adds; erasure deletes personal parts.
grant usage on schema ledger to korf_app, korf_erasure;
grant select, insert on ledger.event, ledger.event_personal, ledger.event_tag, ledger.command to korf_app;
grant select on ledger.ledger to korf_app;
grant select, delete on ledger.event_personal to korf_erasure;

-- The second fence: a trigger, which also stops an owner or superuser who errs.
create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is append-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
    using errcode = 'restrict_violation';
end $$;

create function ledger.refuse_unless_erasure() returns trigger language plpgsql as $$
begin
  if current_user <> 'korf_erasure' then
    raise exception 'Only the role korf_erasure deletes a personal part'
      using errcode = 'restrict_violation';
  end if;
  return old;
end $$;

create trigger append_only before update or delete on ledger.event
  for each row execute function ledger.refuse_change();
create trigger append_only before update or delete on ledger.event_tag
  for each row execute function ledger.refuse_change();
create trigger append_only before update or delete on ledger.command
  for each row execute function ledger.refuse_change();
create trigger append_only before update or delete on ledger.ledger
  for each row execute function ledger.refuse_change();
create trigger append_only before update on ledger.event_personal
  for each row execute function ledger.refuse_change();
create trigger erasure_only before delete on ledger.event_personal
  for each row execute function ledger.refuse_unless_erasure();

create trigger never_emptied before truncate on ledger.event
  for each statement execute function ledger.refuse_change();
create trigger never_emptied before truncate on ledger.event_tag
  for each statement execute function ledger.refuse_change();
create trigger never_emptied before truncate on ledger.command
  for each statement execute function ledger.refuse_change();
create trigger never_emptied before truncate on ledger.ledger
  for each statement execute function ledger.refuse_change();
create trigger never_emptied before truncate on ledger.event_personal
  for each statement execute function ledger.refuse_change();
