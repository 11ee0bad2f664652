package nl.korf.projections;

import nl.korf.model.view.ReadModel;

/** No generation of a read model answers yet: nothing follows the ledger, or it is being built. */
public final class ReadModelMissing extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  ReadModelMissing(ReadModel model) {
    super("no generation of " + model + " answers yet");
  }
}
