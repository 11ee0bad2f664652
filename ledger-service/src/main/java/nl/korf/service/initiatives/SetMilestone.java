package nl.korf.service.initiatives;

import java.util.Objects;
import nl.korf.model.InitiativeId;
import nl.korf.model.facts.InitiativeEvent.MilestoneSet;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * The initiative aims at a milestone: a release, a quarter.
 *
 * @param milestone null: at none any more
 */
public record SetMilestone(InitiativeId initiative, @Nullable String milestone) implements Command {

  static final class Handler implements Verb<SetMilestone> {

    @Override
    public Class<SetMilestone> command() {
      return SetMilestone.class;
    }

    @Override
    public Decided decide(SetMilestone command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      InitiativeRow before = Owned.changed(command.initiative(), entities, reasons);
      reasons.same(
          Objects.equals(before.milestone(), command.milestone()),
          command.initiative(),
          command.milestone() == null ? "without a milestone" : "for " + command.milestone());
      reasons.refuseIfAny();
      return Owned.forOwner(
          before, Decided.facts(new MilestoneSet(command.initiative(), command.milestone())));
    }
  }
}
