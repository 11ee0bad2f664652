-- The history that can be proved (docs/audit-format.md). No fact rests on it: all but keys, checkpoints and
-- cosignatures can be made again from the facts.
create schema audit;

-- The tree: hashes of 256 neighbours a row; the last row of a level grows until it is full.
create table audit.tile (
  level  smallint not null,
  index  bigint   not null,
  hashes bytea    not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
  primary key (level, index)
);
alter table audit.tile alter column hashes set storage external;

-- How far facts were read again and hashed, and what stopped it. One row.
create table audit.integrator (
  only_row    boolean primary key default true check (only_row),
  size        bigint  not null default 0,
  recorded_at timestamptz,
  -- the first difference between a row and what was hashed; nothing is signed while there is one
  position    bigint,
  part        text,
  expected    text,
  found       text,
  found_at    timestamptz,
  -- why the fork guard refuses; null while it does not
  refusal     text,
  refused_at  timestamptz
);
insert into audit.integrator default values;

-- Every key the ledger ever signed with, the present one last.
create table audit.signing_key (
  number   bigint generated always as identity primary key,
  verifier text not null unique,
  since    timestamptz not null
);

create table audit.checkpoint (
  size      bigint primary key,
  root      bytea not null check (octet_length(root) = 32),
  note      text  not null,
  signed_at timestamptz not null
);

-- The first cosignature of each witness under a checkpoint.
create table audit.cosignature (
  size    bigint not null references audit.checkpoint,
  witness text   not null,
  at      timestamptz not null,
  line    text   not null,
  primary key (size, witness)
);

-- What each witness said last.
create table audit.witness (
  name       text primary key,
  size       bigint,
  seen_at    timestamptz,
  failure    text,
  failed_at  timestamptz
);

-- Facts that no quorum of witnesses saw within the stated delay.
create table audit.late (
  first_position bigint primary key,
  last_position  bigint not null,
  recorded_at    timestamptz not null,
  seen_at        timestamptz not null
);

-- Personal parts that were deleted, by which fact; "swept" says up to which fact that was seen to.
create table audit.erasure (
  position  bigint primary key,
  fact      bigint not null,
  erased_at timestamptz not null
);
create table audit.swept (
  only_row boolean primary key default true check (only_row),
  fact     bigint not null default 0
);
insert into audit.swept default values;

-- Runs of hashing everything anew.
create table audit.verification (
  id          uuid primary key,
  started_by  text   not null,
  started_at  timestamptz not null,
  up_to       bigint not null,
  done        bigint not null default 0,
  alive_at    timestamptz not null,
  finished_at timestamptz,
  position    bigint,
  part        text,
  expected    text,
  found       text
);

-- When an operator let a ledger go on from an older state than the fork guard had seen.
create table audit.guard_acceptance (
  accepted_at timestamptz primary key,
  reason      text not null,
  size        bigint not null,
  note        text not null
);

grant usage on schema audit to korf_app, korf_erasure;
grant select, insert, update on audit.tile, audit.integrator, audit.witness, audit.verification, audit.swept to korf_app;
grant select, insert on audit.signing_key, audit.checkpoint, audit.cosignature, audit.late, audit.guard_acceptance to korf_app;
grant select on audit.erasure to korf_app;
grant select, insert on audit.erasure to korf_erasure;

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'What was published stays: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
    using errcode = 'restrict_violation';
end $$;

create function audit.only_grow() returns trigger language plpgsql as $$
begin
  if octet_length(new.hashes) < octet_length(old.hashes)
      or substring(new.hashes from 1 for octet_length(old.hashes)) <> old.hashes then
    raise exception 'A tile only grows: tile %/% is kept', old.level, old.index using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger only_grow before update on audit.tile for each row execute function audit.only_grow();
create trigger stays before delete on audit.tile for each row execute function audit.refuse_change();
create trigger stays before update or delete on audit.checkpoint for each row execute function audit.refuse_change();
create trigger stays before update or delete on audit.cosignature for each row execute function audit.refuse_change();
create trigger stays before update or delete on audit.signing_key for each row execute function audit.refuse_change();
