package nl.korf.service.imports;

import java.util.Map;
import java.util.TreeMap;

/**
 * What became of a file, so that nothing is dropped in silence.
 *
 * @param file its name
 * @param rows its rows
 * @param taken rows that became rows of the ledger's tables
 * @param notRecorded reason -> rows that were read and are not recorded
 * @param columnsLeftOut column -> why it is not recorded
 */
record FileAccount(
    String file,
    long rows,
    long taken,
    Map<String, Long> notRecorded,
    Map<String, String> columnsLeftOut) {

  FileAccount {
    notRecorded = new TreeMap<>(notRecorded);
    columnsLeftOut = new TreeMap<>(columnsLeftOut);
  }
}
