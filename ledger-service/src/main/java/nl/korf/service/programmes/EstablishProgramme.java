package nl.korf.service.programmes;

import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.LocalizedText;
import nl.korf.model.ProgrammeId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.ProgrammeEvent.ProgrammeEstablished;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A programme is set up for a year.
 *
 * @param programme null: the ledger gives an identifier
 * @param group the group that keeps it; who leads that one acts
 * @param organisations the bodies that take part, at least one
 */
public record EstablishProgramme(
    @Nullable ProgrammeId programme,
    LocalizedText title,
    int year,
    GroupId group,
    List<BodyId> organisations,
    @Nullable String purpose)
    implements Command {

  /** First year a programme can be for. */
  static final int YEAR_MIN = 1900;

  /** Last year a programme can be for. */
  static final int YEAR_MAX = 2200;

  static final class Handler implements Verb<EstablishProgramme> {

    @Override
    public Class<EstablishProgramme> command() {
      return EstablishProgramme.class;
    }

    @Override
    public Decided decide(EstablishProgramme command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      ProgrammeId id =
          command.programme() != null
              ? command.programme()
              : new ProgrammeId(boundary.newId("programme"));
      Reasons reasons = new Reasons();
      reasons.lead(entities, command.group());
      reasons.free(entities, id);
      reasons.activeGroup(entities, command.group());
      reasons.when(
          command.year() < YEAR_MIN || command.year() > YEAR_MAX,
          Refusal.VALUE_MALFORMED,
          "field",
          "year",
          "value",
          command.year(),
          "problem",
          "a calendar year from %d to %d".formatted(YEAR_MIN, YEAR_MAX));
      List<BodyId> organisations = command.organisations().stream().distinct().toList();
      reasons.when(organisations.isEmpty(), Refusal.VALUE_MISSING, "field", "organisations");
      organisations.forEach(body -> reasons.body(entities, body));
      @Nullable FreeText purpose = Texts.of("purpose", command.purpose(), reasons);
      reasons.refuseIfAny();
      return Decided.facts(
              new ProgrammeEstablished(
                  id, command.title(), command.year(), command.group(), organisations, purpose))
          .onBehalfOf("group:" + command.group());
    }
  }
}
