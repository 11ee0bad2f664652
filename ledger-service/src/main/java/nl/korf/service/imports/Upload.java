package nl.korf.service.imports;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A folder that was sent by a browser and is kept for a while.
 *
 * @param id hash of the ledger, the set and every file: the plan follows from these, so the same
 *     upload is the same import
 * @param folder where its files are, named after the set
 * @param files that are read, in order
 * @param leftAside files that were sent and are not read
 * @param receivedAt when it came
 */
record Upload(
    String id, Path folder, List<String> files, List<String> leftAside, Instant receivedAt) {

  Upload {
    files = List.copyOf(files);
    leftAside = List.copyOf(leftAside);
  }

  /** The name of the set, where the mapping has no other. */
  String set() {
    return String.valueOf(folder.getFileName());
  }
}
