package nl.korf.projections;

import nl.korf.model.view.ReadModel;

/** No generation of a read model answers yet: no process has begun to follow the ledger. */
public final class ReadModelMissing extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  ReadModelMissing(ReadModel model) {
    super("no generation of " + model + " answers yet");
  }
}
