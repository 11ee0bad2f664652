package nl.korf.model.rules;

import nl.korf.model.RuleId;

/** One version of a rule: of a group's own, or of a preset that every ledger knows. */
public record RuleRef(RuleId rule, int version) {

  public RuleRef {
    if (version < 1) {
      throw new IllegalArgumentException("versions of a rule count from 1, not " + version);
    }
  }
}
