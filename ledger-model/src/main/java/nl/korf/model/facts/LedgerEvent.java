package nl.korf.model.facts;

/** Facts about the ledger itself. */
public sealed interface LedgerEvent extends Fact {

  /**
   * The ledger was founded; always at position 1.
   *
   * @param ledger the ledger's URN, also in every header
   * @param name as shown to people
   * @param example whether this is an example ledger, marked so at birth
   */
  record LedgerFounded(@Open String ledger, @Open String name, @Open boolean example)
      implements LedgerEvent {}
}
