package nl.korf.service.founding;

import nl.korf.model.facts.Fact;
import nl.korf.model.facts.LedgerEvent.LedgerFounded;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Criteria;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;

/**
 * Founds the ledger, unless it is founded.
 *
 * @param ledger its URN, for ever
 * @param example whether it is an example, for ever
 */
record FoundLedger(String ledger, String name, boolean example) implements Command {

  static final class Handler implements Verb<FoundLedger> {

    @Override
    public Class<FoundLedger> command() {
      return FoundLedger.class;
    }

    @Override
    public Decided decide(FoundLedger command, Boundary boundary) {
      if (!boundary.facts(Criteria.ofTypes(LedgerFounded.class)).isEmpty()) {
        return Decided.nothing();
      }
      Fact founded = new LedgerFounded(command.ledger(), command.name(), command.example());
      return Decided.facts(founded);
    }
  }
}
