package nl.korf.service.entities;

import java.util.List;
import java.util.Optional;
import nl.korf.model.InitiativeId;
import nl.korf.model.ProgrammeId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.ProgrammeEvent.InitiativeExcluded;
import nl.korf.model.facts.ProgrammeEvent.InitiativeIncluded;
import nl.korf.model.facts.ProgrammeEvent.ProgrammeClosed;
import nl.korf.model.facts.ProgrammeEvent.ProgrammeEstablished;
import nl.korf.model.view.ProgrammeRows.InclusionRow;
import nl.korf.model.view.ProgrammeRows.ProgrammeRow;
import nl.korf.model.view.ReadModel;
import nl.korf.service.kernel.Criteria;

/** Programmes as sourced in one boundary, with the organisations that take part. */
public final class ProgrammeEntities {

  private final Entities entities;

  private ProgrammeEntities(Entities entities) {
    this.entities = entities;
  }

  public static ProgrammeEntities in(Entities entities) {
    return new ProgrammeEntities(entities);
  }

  /** A programme, closed or not; which initiatives are in it is no part of the boundary. */
  public Optional<ProgrammeRow> programme(ProgrammeId id) {
    return entities.inForce(
        ReadModel.PROGRAMMES,
        "programme/" + id,
        Criteria.tagged("programme", id, ProgrammeEstablished.class, ProgrammeClosed.class),
        ProgrammeRow.class);
  }

  /** A programme that runs; adds why it does not, or that there is none. */
  public Optional<ProgrammeRow> running(ProgrammeId id, Reasons reasons) {
    return reasons
        .need(programme(id), id)
        .filter(row ->
            !row.closed()
                || !reasons.ended(entities, row, Refusal.PROGRAMME_CLOSED, "programme", id));
  }

  /** The programmes an initiative is in, closed ones included. */
  public List<InclusionRow> inclusionsOf(InitiativeId initiative) {
    return entities.allInForce(
        ReadModel.PROGRAMMES,
        Criteria.tagged(
            "initiative", initiative, InitiativeIncluded.class, InitiativeExcluded.class),
        InclusionRow.class);
  }
}
