package nl.korf.projections;

/** What a generation of a read model is doing. */
public enum ProjectionState {
  /** Follows the log. */
  RUNNING,
  /** Holds at a fact it cannot fold; tries again by itself, and passes over nothing. */
  STOPPED,
  /** Is being built beside the generation that answers. */
  REBUILDING,
  /** Built, follows the log, but has another hash than the one that answers: somebody decides. */
  MISMATCH,
  /** No longer used; dropped after a time of grace. */
  RETIRED
}
