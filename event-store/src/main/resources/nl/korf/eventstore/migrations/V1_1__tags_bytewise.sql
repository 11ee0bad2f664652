-- Tags are compared byte by byte. Any collation a database can have finds the same tags, because equal
-- means the same bytes in each; but the order of the index is that of a library which an upgrade of the
-- system may change, and then it finds less. A ledger with many facts is not locked for this at a start:
-- docs/operating.md says how to do it when it suits.
do $$
begin
  if not exists (select from ledger.event where position > 1000000) then
    alter table ledger.event_tag alter column tag type text collate "C";
  end if;
end $$;
