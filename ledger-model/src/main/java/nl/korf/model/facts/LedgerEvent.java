package nl.korf.model.facts;

import nl.korf.model.LegalReference;

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

  /**
   * The personal part of a fact was erased; its header stays, and with it the proof that the fact
   * is there (AVG 17).
   *
   * @param position of the fact it was the part of
   * @param legalBasis on what the erasure rests
   */
  record PersonalDataErased(@Open @Tagged("erased") long position, @Open LegalReference legalBasis)
      implements LedgerEvent {}
}
