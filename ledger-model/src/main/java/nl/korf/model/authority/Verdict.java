package nl.korf.model.authority;

/** The outcome of an authority check. Only {@link #COMPETENT} lets a decision pass. */
public enum Verdict {
  COMPETENT,
  /** Competent once the named conditions are met. */
  SUBJECT_TO,
  NOT_COMPETENT,
  /** An input is missing. Never counts as yes. */
  UNKNOWN
}
