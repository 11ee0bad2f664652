package nl.korf.service.web;

import java.util.Locale;

/** What can be wrong with the form of a request; each has its sentences in {@code problems}. */
public enum Fault {
  /** Not JSON at all, or a member twice, or nested too deeply. */
  MALFORMED_JSON,
  /** A member the address does not know. */
  UNKNOWN_MEMBER,
  /** Nothing where something must be. */
  MISSING,
  /** Something of another kind: a number where a text must be, a date without an offset. */
  WRONG_VALUE,
  /** A list or text beyond its limit. */
  TOO_LONG,
  /** An address, query or header that cannot be read at all. */
  UNREADABLE,
  /** A position after the head of the ledger. */
  BEYOND_HEAD,
  /** A cursor that is not one of this list's. */
  BAD_CURSOR;

  /** The stable code, {@code unknown-member}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
