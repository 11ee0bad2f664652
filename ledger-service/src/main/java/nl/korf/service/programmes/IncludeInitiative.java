package nl.korf.service.programmes;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.korf.model.BodyId;
import nl.korf.model.InitiativeId;
import nl.korf.model.ProgrammeId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.ProgrammeEvent.InitiativeIncluded;
import nl.korf.model.view.ProgrammeRows.InclusionRow;
import nl.korf.model.view.ProgrammeRows.ProgrammeRow;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Organisations;
import nl.korf.service.entities.ProgrammeEntities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;

/**
 * An initiative is taken up into a programme that runs. It is in one running programme of a year at
 * most, and a group of an organisation that takes part works on it; groups that belong to no
 * organisation stand in nobody's way.
 */
public record IncludeInitiative(ProgrammeId programme, InitiativeId initiative) implements Command {

  static final class Handler implements Verb<IncludeInitiative> {

    @Override
    public Class<IncludeInitiative> command() {
      return IncludeInitiative.class;
    }

    @Override
    public Decided decide(IncludeInitiative command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      ProgrammeRow programme = Kept.running(command.programme(), entities, reasons);
      InitiativeRow initiative =
          Reasons.subject(entities.initiative(command.initiative()), command.initiative());
      if (initiative.withdrawn()) {
        reasons.ended(
            entities, initiative, Refusal.INITIATIVE_WITHDRAWN, "initiative", command.initiative());
      }
      elsewhere(programme, command.initiative(), entities, reasons);
      takesPart(programme, initiative, entities, reasons);
      reasons.refuseIfAny();
      return Kept.forKeeper(
          programme,
          Decided.facts(new InitiativeIncluded(command.programme(), command.initiative())));
    }

    private static void elsewhere(
        ProgrammeRow programme, InitiativeId initiative, Entities entities, Reasons reasons) {
      ProgrammeEntities programmes = ProgrammeEntities.in(entities);
      for (InclusionRow row : programmes.inclusionsOf(initiative)) {
        if (row.programme().equals(programme.programme())) {
          reasons.same(true, programme.programme(), "with initiative " + initiative);
          continue;
        }
        programmes
            .programme(row.programme())
            .filter(other -> other.year() == programme.year() && !other.closed())
            .ifPresent(other ->
                reasons.add(
                    Refusal.IN_ANOTHER_PROGRAMME,
                    "initiative",
                    initiative,
                    "programme",
                    other.programme(),
                    "year",
                    other.year(),
                    "position",
                    row.includedBy()));
      }
    }

    private static void takesPart(
        ProgrammeRow programme, InitiativeRow initiative, Entities entities, Reasons reasons) {
      Organisations organisations = Organisations.in(entities);
      List<List<BodyId>> bodies =
          Stream.concat(Stream.of(initiative.owner()), initiative.participants().stream())
              .map(organisations::of)
              .filter(up -> !up.isEmpty())
              .toList();
      boolean outside =
          !bodies.isEmpty()
              && bodies.stream()
                  .flatMap(List::stream)
                  .noneMatch(programme.organisations()::contains);
      reasons.when(
          outside,
          Refusal.ORGANISATION_NOT_IN_PROGRAMME,
          "initiative",
          initiative.initiative(),
          "programme",
          programme.programme(),
          "organisations",
          bodies.stream()
              .map(up -> up.getFirst().value())
              .distinct()
              .collect(Collectors.joining(", ")));
    }
  }
}
