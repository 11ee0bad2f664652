package nl.korf.service.programmes;

import nl.korf.model.ProgrammeId;
import nl.korf.model.Refusal;
import nl.korf.model.view.ProgrammeRows.ProgrammeRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.ProgrammeEntities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Decided;

/** What the verbs that change a programme ask of it. */
final class Kept {

  private Kept() {}

  /** The programme, which must run; adds that the actor does not lead the group that keeps it. */
  static ProgrammeRow running(ProgrammeId id, Entities entities, Reasons reasons) {
    ProgrammeRow row = Reasons.subject(ProgrammeEntities.in(entities).programme(id), id);
    reasons.lead(entities, row.group());
    if (row.closed()) {
      reasons.ended(entities, row, Refusal.PROGRAMME_CLOSED, "programme", id);
    }
    return row;
  }

  static Decided forKeeper(ProgrammeRow programme, Decided decided) {
    return decided.onBehalfOf("group:" + programme.group());
  }
}
