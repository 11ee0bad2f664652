-- Where every read model stands. One row per generation; the pointer says which one answers reads.
create schema if not exists view_control;

create table if not exists view_control.projection (
  name          text        not null,
  generation    integer     not null,
  view_version  integer     not null,
  position      bigint      not null,
  state         text        not null,
  error         text,
  stopped_at    timestamptz,
  next_try      timestamptz,
  retired_at    timestamptz,
  primary key (name, generation)
) with (fillfactor = 50);

create table if not exists view_control.live (
  name       text    primary key,
  generation integer not null,
  foreign key (name, generation) references view_control.projection
);
