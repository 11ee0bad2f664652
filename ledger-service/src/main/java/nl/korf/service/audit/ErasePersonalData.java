package nl.korf.service.audit;

import java.util.List;
import nl.korf.eventstore.FactLog;
import nl.korf.model.LegalReference;
import nl.korf.model.Refusal;
import nl.korf.model.facts.LedgerEvent.PersonalDataErased;
import nl.korf.model.facts.RecordedFact;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Criteria;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;

/**
 * The personal part of a fact is to be erased (AVG 17). What is recorded here is the decision to;
 * {@link Eraser} then deletes the part, at once or after a crash.
 *
 * @param position of the fact
 */
public record ErasePersonalData(long position, LegalReference legalBasis) implements Command {

  static final class Handler implements Verb<ErasePersonalData> {

    private final FactLog log;

    Handler(FactLog log) {
      this.log = log;
    }

    @Override
    public Class<ErasePersonalData> command() {
      return ErasePersonalData.class;
    }

    @Override
    public Decided decide(ErasePersonalData command, Boundary boundary) {
      Reasons reasons = new Reasons();
      reasons.registrar(Entities.in(boundary));
      List<RecordedFact> earlier =
          boundary.facts(Criteria.tagged("erased", command.position(), PersonalDataErased.class));
      // read outside of the boundary: what was recorded once never changes
      boolean carried = log.at(command.position()).map(PersonalMark::of).orElse(false);
      reasons.when(!carried, Refusal.NOTHING_TO_ERASE, "position", command.position());
      reasons.when(
          !earlier.isEmpty(),
          Refusal.ALREADY_SO,
          "entity",
          "position " + command.position(),
          "state",
          "erased");
      reasons.refuseIfAny();
      return Decided.facts(new PersonalDataErased(command.position(), command.legalBasis()));
    }
  }
}
