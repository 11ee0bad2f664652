-- When something has to be looked at: rows of db-scheduler, one for each open round. No fact rests on them;
-- a row that is lost is made again from the read model of rounds.
create table service.timer (
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
create index timer_execution_time on service.timer (execution_time);
create index timer_last_heartbeat on service.timer (last_heartbeat);

grant select, insert, update, delete on service.timer to korf_app;
