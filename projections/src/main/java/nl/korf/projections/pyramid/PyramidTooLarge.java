package nl.korf.projections.pyramid;

/** There is more of one sort in the ledger than the meter counts. */
public final class PyramidTooLarge extends RuntimeException {

  PyramidTooLarge(String what) {
    super(
        "the meter counts at most %d rows of %s".formatted(PyramidRows.ROWS_MAX, what),
        null,
        false,
        false);
  }
}
