package nl.korf.model.rules;

/** How a decision comes about. */
public enum Rule {
  /** One competent holder says yes. */
  MANDATED,
  /** One decider, after every adviser answered or their time was up (Awb 3:6(2), 3:50). */
  ADVICE,
  /** Nobody objects before the deadline. */
  CONSENT,
  /** More yes than a fraction of a base, one half unless declared otherwise. */
  MAJORITY,
  /** At least a declared fraction above one half. */
  SUPERMAJORITY,
  /** Everybody answers, nobody says no. */
  UNANIMITY,
  /** Imported history: the source does not tell by which rule. */
  UNKNOWN
}
