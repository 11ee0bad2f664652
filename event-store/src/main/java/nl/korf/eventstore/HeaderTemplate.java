package nl.korf.eventstore;

/** The header of a fact. */
final class HeaderTemplate {
  private HeaderTemplate() {}
}
