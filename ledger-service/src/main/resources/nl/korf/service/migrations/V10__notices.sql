-- Who was told of which fact, and why; and who follows what. Rows of their own beside the ledger: personal data,
-- erasable, and never built anew, because what was told was told (docs/decisions/0037, 0038).
create schema notices;

-- How far the facts are told; moved in the transaction that writes what is told. Who changes a
-- subscription holds this row too, so that it is clear from which position on it counts.
create table notices.follower (
  only_row   boolean primary key default true check (only_row),
  position   bigint not null,
  error      text,
  stopped_at timestamptz,
  next_try   timestamptz
);
insert into notices.follower (position) values (0);

create sequence notices.subscription_change;

-- A version counts for facts after from_position up to and including until_position.
create table notices.subscription (
  subscription     uuid not null,
  version          integer not null check (version > 0),
  person           text not null,
  followed         text not null,
  below            boolean not null,
  condition        text,
  channel          text not null,
  cadence          text not null,
  language         text not null,
  from_position    bigint not null,
  until_position   bigint,
  -- facts before its making that it asked for: told up to caught_up_to, to be told up to catch_up_until
  caught_up_to     bigint not null,
  catch_up_until   bigint not null,
  made_at          timestamptz not null,
  changed          bigint not null default nextval('notices.subscription_change'),
  primary key (subscription, version)
);
create index subscription_by_person on notices.subscription (person, made_at, subscription);
create index subscription_changed on notices.subscription (changed);
create index subscription_to_catch_up on notices.subscription (subscription)
  where caught_up_to < catch_up_until;

create table notices.notice (
  person      text not null,
  position    bigint not null,
  type        text not null,
  recorded_at timestamptz not null,
  reasons     text[] not null,
  read_at     timestamptz,
  primary key (person, position)
);
create index notice_by_position on notices.notice (position);
create index notice_unread on notices.notice (person, position) where read_at is null;

-- What is to be told by another channel than the inbox: once for each position, recipient, channel and target.
create table notices.delivery (
  position     bigint not null,
  person       text not null,
  channel      text not null,
  -- a webhook's subscription; empty where the channel has one address a person
  target       text not null,
  subscription uuid not null,
  cadence      text not null,
  language     text not null,
  due_at       timestamptz not null,
  primary key (position, person, channel, target)
);
create index delivery_by_person on notices.delivery (person, channel, position);

-- Work of the channels: rows of db-scheduler, apart from the timers of rounds, whose scheduler knows none of it.
create table notices.timer (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index timer_execution_time on notices.timer (execution_time);
create index timer_last_heartbeat on notices.timer (last_heartbeat);

grant usage on schema notices to korf_app;
grant select, insert, update, delete on all tables in schema notices to korf_app;
grant usage on all sequences in schema notices to korf_app;
