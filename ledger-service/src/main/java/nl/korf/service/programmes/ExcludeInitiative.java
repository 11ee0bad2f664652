package nl.korf.service.programmes;

import nl.korf.model.FreeText;
import nl.korf.model.InitiativeId;
import nl.korf.model.ProgrammeId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.ProgrammeEvent.InitiativeExcluded;
import nl.korf.model.view.ProgrammeRows.ProgrammeRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.ProgrammeEntities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/** An initiative is taken out of a programme that runs, with a reason; it goes on by itself. */
public record ExcludeInitiative(
    ProgrammeId programme, InitiativeId initiative, @Nullable String reason) implements Command {

  static final class Handler implements Verb<ExcludeInitiative> {

    @Override
    public Class<ExcludeInitiative> command() {
      return ExcludeInitiative.class;
    }

    @Override
    public Decided decide(ExcludeInitiative command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      ProgrammeRow programme = Kept.running(command.programme(), entities, reasons);
      reasons.need(entities.initiative(command.initiative()), command.initiative());
      reasons.when(
          ProgrammeEntities.in(entities).inclusionsOf(command.initiative()).stream()
              .noneMatch(row -> row.programme().equals(command.programme())),
          Refusal.NOT_IN_PROGRAMME,
          "initiative",
          command.initiative(),
          "programme",
          command.programme());
      @Nullable FreeText reason = Texts.required("reason", command.reason(), reasons);
      reasons.refuseIfAny();
      return Kept.forKeeper(
          programme,
          Decided.facts(new InitiativeExcluded(command.programme(), command.initiative(), reason)));
    }
  }
}
