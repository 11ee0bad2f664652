package nl.korf.model.money;

/** Whether the amount of a limit is itself still allowed. */
public enum Bound {
  INCLUSIVE,
  EXCLUSIVE
}
