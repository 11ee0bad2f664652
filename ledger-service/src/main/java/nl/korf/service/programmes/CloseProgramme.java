package nl.korf.service.programmes;

import nl.korf.model.FreeText;
import nl.korf.model.ProgrammeId;
import nl.korf.model.facts.ProgrammeEvent.ProgrammeClosed;
import nl.korf.model.view.ProgrammeRows.ProgrammeRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/** A programme ends; its initiatives go on. */
public record CloseProgramme(ProgrammeId programme, @Nullable String reason) implements Command {

  static final class Handler implements Verb<CloseProgramme> {

    @Override
    public Class<CloseProgramme> command() {
      return CloseProgramme.class;
    }

    @Override
    public Decided decide(CloseProgramme command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      ProgrammeRow programme = Kept.running(command.programme(), entities, reasons);
      @Nullable FreeText reason = Texts.of("reason", command.reason(), reasons);
      reasons.refuseIfAny();
      return Kept.forKeeper(
          programme, Decided.facts(new ProgrammeClosed(command.programme(), reason)));
    }
  }
}
