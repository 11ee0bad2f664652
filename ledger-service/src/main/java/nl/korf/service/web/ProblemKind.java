package nl.korf.service.web;

import java.util.Locale;

/** The sorts of problem that are not a refusal of the ledger's rules, with their status. */
public enum ProblemKind {
  INVALID_REQUEST(400),
  IDENTITY_NEEDED(401),
  NOT_ALLOWED(403),
  PERSON_NEEDED(403),
  FORM_EXPIRED(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  CONFLICT_PERSISTS(409),
  BODY_TOO_LARGE(413),
  ADDRESS_TOO_LONG(414),
  UNSUPPORTED_MEDIA_TYPE(415),
  WRONG_HOST(421),
  COMMANDS_ELSEWHERE(421),
  WEB_ELSEWHERE(421),
  COMMAND_ID_REUSED(422),
  FACT_REJECTED(422),
  MAP_TOO_LARGE(422),
  HEADERS_TOO_LARGE(431),
  INTERNAL_ERROR(500),
  QUEUE_FULL(503),
  STREAMS_FULL(503),
  CLOCKS_APART(503),
  LEDGER_AHEAD(503),
  LEDGER_UNWRITABLE(503),
  OUTCOME_UNKNOWN(503),
  STORE_UNREACHABLE(503),
  NOT_YET_PROJECTED(503);

  private final int status;

  ProblemKind(int status) {
    this.status = status;
  }

  /** The HTTP status code. */
  public int status() {
    return status;
  }

  /** The stable code, {@code queue-full}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
