package nl.korf.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where imported history comes from, and which rules it would not have passed as an act of the
 * ledger (rule M18: recorded, shown, never refused).
 *
 * @param set the data set, for example {@code kubernetes}
 * @param source file and line it was read from, {@code history.csv:12}
 * @param findings what a rule found, as of the effective time
 * @param attributes what else the source says about the fact (when it recorded it itself, how the
 *     text was read), by the source's own column names; never personal data, and no axis of time
 */
public record Imported(
    String set, String source, List<Finding> findings, Map<String, String> attributes) {

  /**
   * A rule that would have refused.
   *
   * @param rule its name, {@code M6}, or a named check of the import
   * @param values what it compared, by name
   */
  public record Finding(String rule, Map<String, String> values) {
    public Finding {
      values = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
  }

  public Imported {
    findings = List.copyOf(findings);
    attributes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  public Imported(String set, String source, List<Finding> findings) {
    this(set, source, findings, Map.of());
  }
}
