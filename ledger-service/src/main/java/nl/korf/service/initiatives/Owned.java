package nl.korf.service.initiatives;

import nl.korf.model.InitiativeId;
import nl.korf.model.Refusal;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Decided;

/** What every change of an initiative asks, and for whom it is done. */
final class Owned {

  private Owned() {}

  /** The initiative a command is about, not withdrawn, changed by a member of the owner group. */
  static InitiativeRow changed(InitiativeId id, Entities entities, Reasons reasons) {
    InitiativeRow initiative = running(id, entities, reasons);
    reasons.owner(entities, initiative.owner(), id);
    return initiative;
  }

  /** The initiative a command is about, not withdrawn. */
  static InitiativeRow running(InitiativeId id, Entities entities, Reasons reasons) {
    InitiativeRow initiative = Reasons.subject(entities.initiative(id), id);
    if (initiative.withdrawn()) {
      reasons.ended(entities, initiative, Refusal.INITIATIVE_WITHDRAWN, "initiative", id);
    }
    return initiative;
  }

  static Decided forOwner(InitiativeRow initiative, Decided decided) {
    return decided.onBehalfOf("group:" + initiative.owner());
  }
}
