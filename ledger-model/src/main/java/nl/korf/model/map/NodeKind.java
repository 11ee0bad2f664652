package nl.korf.model.map;

/** What stands on the map, containers before what they contain. */
public enum NodeKind {
  /** An organisation. */
  ISLAND,
  /** A group, or the office of an organisation; lies on an island. */
  DISC,
  /** An initiative; stands in a disc. */
  INITIATIVE,
  /** Somebody who gives or holds mandates: a role, a body, a person; stands in a disc. */
  HOLDER
}
