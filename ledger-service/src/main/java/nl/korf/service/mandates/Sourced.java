package nl.korf.service.mandates;

import java.util.List;
import nl.korf.model.MandateId;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.RecordedUse;
import nl.korf.service.entities.SourcedKnowledge;

/** What the verbs of mandates source. Whether a grant may be made never depends on use made. */
final class Sourced {

  private static final RecordedUse NO_USE =
      (mandate, category, on) -> new RecordedUse.Known(0, List.of());

  private Sourced() {}

  static Knowledge knowledge(Entities entities) {
    return new SourcedKnowledge(entities, List.of(), NO_USE);
  }

  /** The mandate a command is about. */
  static MandateRow subject(Entities entities, MandateId mandate) {
    return Reasons.subject(entities.mandate(mandate), mandate);
  }
}
