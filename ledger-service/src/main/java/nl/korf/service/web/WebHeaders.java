package nl.korf.service.web;

/** Names of the headers of our own. */
public final class WebHeaders {

  /** On every response: the full version of the API. */
  public static final String API_VERSION = "API-Version";

  /** On answers: the position of the ledger the answer shows, or where the facts landed. */
  public static final String LEDGER_POSITION = "Ledger-Position";

  /** On requests to read: show at least what was recorded at this position. */
  public static final String LEDGER_MIN_POSITION = "Ledger-Min-Position";

  /** On every POST under {@code /v1}: a UUID, the id of the command. */
  public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  /** In a demo: the person who asks. */
  public static final String KORF_PERSON = "Korf-Person";

  private WebHeaders() {}
}
