package nl.korf.service.initiatives;

import java.util.Objects;
import nl.korf.model.InitiativeId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.InitiativeEvent.StageChanged;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * The initiative moves to another stage, without a decision.
 *
 * @param maturity a second, finer word beside the stage (alpha, beta)
 */
public record ChangeStage(InitiativeId initiative, String stage, @Nullable String maturity)
    implements Command {

  static final class Handler implements Verb<ChangeStage> {

    @Override
    public Class<ChangeStage> command() {
      return ChangeStage.class;
    }

    @Override
    public Decided decide(ChangeStage command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      Owned.changed(command.initiative(), entities, reasons);
      InitiativeRow before =
          Reasons.subject(entities.initiativeWithStage(command.initiative()), command.initiative());
      reasons.when(
          before.stage().equals(command.stage())
              && Objects.equals(before.maturity(), command.maturity()),
          Refusal.STAGE_SAME,
          "initiative",
          command.initiative(),
          "stage",
          command.stage(),
          "position",
          entities.origin(before).position());
      reasons.refuseIfAny();
      return Owned.forOwner(
          before,
          Decided.facts(
              new StageChanged(command.initiative(), command.stage(), command.maturity())));
    }
  }
}
