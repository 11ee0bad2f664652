package nl.korf.model.invariants;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The laws an installation can be run under, by name. */
public final class Laws {

  private final Map<String, RuleSet> byName = new TreeMap<>();

  /** The Awb, and these besides; a law of the same name takes the place of an earlier one. */
  public Laws(List<RuleSet> more) {
    Stream.concat(Stream.of(Awb.RULES), more.stream())
        .forEach(rules -> byName.put(rules.name(), rules));
  }

  /**
   * The law with this name.
   *
   * @throws IllegalArgumentException when there is none; names those there are
   */
  public RuleSet named(String name) {
    RuleSet rules = byName.get(name);
    if (rules == null) {
      throw new IllegalArgumentException(
          "there is no law '%s'; the laws known are: %s"
              .formatted(name, String.join(", ", byName.keySet())));
    }
    return rules;
  }
}
