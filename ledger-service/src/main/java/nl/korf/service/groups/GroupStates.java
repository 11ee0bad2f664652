package nl.korf.service.groups;

import nl.korf.model.GroupId;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;

/** What every change of a group asks. */
final class GroupStates {

  private GroupStates() {}

  /** The group a command is about, changed by somebody who may. */
  static GroupRow changed(GroupId id, Entities entities, Reasons reasons) {
    GroupRow group = Reasons.subject(entities.group(id), id);
    reasons.lead(entities, id);
    return group;
  }
}
