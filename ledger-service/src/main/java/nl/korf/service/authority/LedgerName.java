package nl.korf.service.authority;

/** The URN of the ledger that checks are made in; known once it is founded. */
@FunctionalInterface
public interface LedgerName {
  String urn();
}
