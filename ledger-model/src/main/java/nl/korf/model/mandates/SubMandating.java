package nl.korf.model.mandates;

/** Whether the holder may pass it on (Awb 10:9). */
public enum SubMandating {
  YES,
  NO,
  /** Only when a stated condition holds; the ledger asks for it in the conditions. */
  CONDITIONAL,
  /** Imported: the source is silent. Counts as no. */
  UNSPECIFIED
}
