package nl.korf.service.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A folder as rows of the ledger's own tables.
 *
 * @param mapping by which it was read
 * @param rows by table, in the order of files and lines
 * @param accounts what became of each file
 */
record FolderContent(Mapping mapping, Map<Table, List<Row>> rows, List<FileAccount> accounts) {

  FolderContent {
    accounts = List.copyOf(accounts);
  }

  static FolderContent of(Mapping mapping, List<Row> rows, List<FileAccount> accounts) {
    Map<Table, List<Row>> byTable = new EnumMap<>(Table.class);
    rows.forEach(row -> byTable.computeIfAbsent(row.table(), table -> new ArrayList<>()).add(row));
    return new FolderContent(mapping, byTable, accounts);
  }

  List<Row> rows(Table table) {
    return rows.getOrDefault(table, List.of());
  }
}
