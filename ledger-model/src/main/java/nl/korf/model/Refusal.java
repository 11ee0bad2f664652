package nl.korf.model;

import static nl.korf.model.Refusal.Answer.CONFLICT;
import static nl.korf.model.Refusal.Answer.FORBIDDEN;
import static nl.korf.model.Refusal.Answer.NOT_FOUND;
import static nl.korf.model.Refusal.Answer.UNPROCESSABLE;
import static nl.korf.model.Refusal.RuleSet.AWB;
import static nl.korf.model.Refusal.RuleSet.COMPETENCE;
import static nl.korf.model.Refusal.RuleSet.LEDGER;

import java.util.Locale;
import java.util.Optional;

/**
 * Every reason for which the ledger says no, in order of precedence: where several hold at once,
 * all are reported and the first one is the answer's code. {@code docs/refusals.md} mirrors this
 * list, with the wording of {@link Wording}; a test compares the two.
 *
 * <p>A constant's code is stable: clients may depend on it. Adding one takes a line here, four
 * lines of wording, a row in the document and a row in its rule's table test.
 */
public enum Refusal {
  NOT_REGISTRAR(LEDGER, FORBIDDEN, "M18"),
  NOT_GROUP_LEAD(LEDGER, FORBIDDEN),
  ACTS_AS_ANOTHER(LEDGER, FORBIDDEN),
  EXAMPLE_AND_REAL_MIX(LEDGER, CONFLICT),
  COMMAND_ID_USED_OTHERWISE(LEDGER, UNPROCESSABLE),
  VALUE_MISSING(LEDGER, UNPROCESSABLE),
  VALUE_MALFORMED(LEDGER, UNPROCESSABLE),
  IDENTIFIER_MALFORMED(LEDGER, UNPROCESSABLE),
  REGISTER_NUMBER_MALFORMED(LEDGER, UNPROCESSABLE),
  REGISTER_NUMBER_MISSING(LEDGER, UNPROCESSABLE),
  PERIOD_EMPTY(LEDGER, UNPROCESSABLE, "M6"),
  BACKDATED(LEDGER, UNPROCESSABLE, "M18"),

  PERSON_UNKNOWN(LEDGER, NOT_FOUND),
  BODY_UNKNOWN(LEDGER, NOT_FOUND),
  ROLE_UNKNOWN(LEDGER, NOT_FOUND),
  GROUP_UNKNOWN(LEDGER, NOT_FOUND),
  POWER_UNKNOWN(LEDGER, NOT_FOUND),
  MANDATE_UNKNOWN(LEDGER, NOT_FOUND),
  INITIATIVE_UNKNOWN(LEDGER, NOT_FOUND),
  DECISION_UNKNOWN(LEDGER, NOT_FOUND),

  PERSON_ID_TAKEN(LEDGER, CONFLICT),
  BODY_ID_TAKEN(LEDGER, CONFLICT),
  ROLE_ID_TAKEN(LEDGER, CONFLICT),
  GROUP_ID_TAKEN(LEDGER, CONFLICT),
  POWER_ID_TAKEN(LEDGER, CONFLICT),
  MANDATE_ID_TAKEN(LEDGER, CONFLICT),
  INITIATIVE_ID_TAKEN(LEDGER, CONFLICT),
  DECISION_ID_TAKEN(LEDGER, CONFLICT),

  ALREADY_SO(LEDGER, CONFLICT),
  BODY_DISSOLVED(LEDGER, CONFLICT),
  ROLE_ABOLISHED(LEDGER, CONFLICT),
  GROUP_NOT_ACTIVE(LEDGER, CONFLICT),
  GROUP_CYCLE(LEDGER, UNPROCESSABLE),
  ALREADY_A_MEMBER(LEDGER, CONFLICT),
  NOT_A_MEMBER(LEDGER, CONFLICT),
  ROLE_CYCLE(LEDGER, UNPROCESSABLE),
  ROLE_HELD_BY_ANOTHER(LEDGER, CONFLICT),
  APPOINTMENT_OVERLAPS(LEDGER, CONFLICT),
  ROLE_NOT_HELD(LEDGER, CONFLICT),
  ALREADY_ATTRIBUTED(LEDGER, CONFLICT),
  NOT_ATTRIBUTED(LEDGER, CONFLICT),

  OWNER_GROUP_UNKNOWN(LEDGER, UNPROCESSABLE),
  OWNER_GROUP_NOT_ACTIVE(LEDGER, CONFLICT),
  NOT_IN_OWNER_GROUP(LEDGER, FORBIDDEN),
  INITIATIVE_WITHDRAWN(LEDGER, CONFLICT),
  INITIATIVE_NOT_WITHDRAWN(LEDGER, CONFLICT),
  TEXT_REVISED_SINCE(LEDGER, CONFLICT),
  STAGE_SAME(LEDGER, CONFLICT),
  LINK_TO_SELF(LEDGER, UNPROCESSABLE),
  LINK_CYCLE(LEDGER, UNPROCESSABLE),
  ALREADY_LINKED(LEDGER, CONFLICT),
  NOT_LINKED(LEDGER, CONFLICT),

  MANDATE_ALREADY_REVOKED(AWB, CONFLICT, "M8", "Awb 10:8"),
  MANDATE_ALREADY_EXPIRED(AWB, CONFLICT, "M8", "Awb 10:8"),
  MANDATE_ALREADY_SUSPENDED(AWB, CONFLICT, "M8", "Awb 10:8"),
  MANDATE_NOT_SUSPENDED(AWB, CONFLICT, "M8", "Awb 10:8"),
  PARENT_NOT_EFFECTIVE(AWB, CONFLICT, "M8", "Awb 10:8"),
  GROUP_DECIDES(AWB, FORBIDDEN, "M2", "Awb 10:9"),
  NOT_THE_PRINCIPAL(AWB, FORBIDDEN, "M1", "Awb 10:1"),
  NOT_THE_HOLDER(AWB, FORBIDDEN, "M2", "Awb 10:9"),
  NOT_UPSTREAM(AWB, FORBIDDEN, "M9", "Awb 10:8(1)"),
  PRINCIPAL_LACKS_POWER(AWB, UNPROCESSABLE, "M1", "Awb 10:1"),
  GRANTOR_NOT_HOLDER(AWB, UNPROCESSABLE, "M2", "Awb 10:9"),
  PRINCIPAL_DIFFERS(AWB, UNPROCESSABLE, "M2", "Awb 10:10"),
  POWER_MAY_NOT_PASS(AWB, UNPROCESSABLE, "M10", "Awb 10:3"),
  SUB_MANDATE_NOT_ALLOWED(AWB, UNPROCESSABLE, "M3", "Awb 10:9"),
  TOO_DEEP(AWB, UNPROCESSABLE, "M3", "Awb 10:9"),
  KIND_WIDER(AWB, UNPROCESSABLE, "M4", "Awb 10:12"),
  POWER_WIDER(AWB, UNPROCESSABLE, "M4", "Awb 10:9"),
  SCOPE_WIDER(AWB, UNPROCESSABLE, "M4", "Awb 10:9"),
  AMOUNTS_NOT_STATED(AWB, UNPROCESSABLE, "M5", "Awb 10:9"),
  CATEGORY_NOT_HELD(AWB, UNPROCESSABLE, "M5", "Awb 10:9"),
  LIMITS_NOT_COMPARABLE(AWB, UNPROCESSABLE, "M5", "Awb 10:9"),
  LIMIT_WIDER(AWB, UNPROCESSABLE, "M5", "Awb 10:9"),
  PERIOD_WIDER(AWB, UNPROCESSABLE, "M6", "Awb 10:9"),
  SELF_GRANT(AWB, UNPROCESSABLE, "M16"),
  HOLDER_UPSTREAM(AWB, UNPROCESSABLE, "M16"),
  WIDENS(AWB, UNPROCESSABLE, "M17"),
  NARROWS_NOTHING(AWB, CONFLICT, "M17"),

  NO_MANDATE(COMPETENCE, FORBIDDEN, "M1", "Awb 10:1"),
  CHAIN_BROKEN(COMPETENCE, FORBIDDEN, "M2", "Awb 10:9"),
  ROOT_WITHOUT_POWER(COMPETENCE, FORBIDDEN, "M1", "Awb 10:1"),
  OTHER_PRINCIPAL(COMPETENCE, FORBIDDEN, "M2", "Awb 10:10"),
  GRANTOR_DID_NOT_HOLD(COMPETENCE, FORBIDDEN, "M2", "Awb 10:9"),
  PASSED_ON_WITHOUT_LEAVE(COMPETENCE, FORBIDDEN, "M3", "Awb 10:9"),
  CHAIN_TOO_DEEP(COMPETENCE, FORBIDDEN, "M3", "Awb 10:9"),
  RESERVED_POWER(COMPETENCE, FORBIDDEN, "M10", "Awb 10:3"),
  OWN_DECISION(COMPETENCE, FORBIDDEN, "M10", "Awb 10:3(3)"),
  OWN_PROPOSAL(COMPETENCE, FORBIDDEN, "M16"),
  POWER_NOT_COVERED(COMPETENCE, FORBIDDEN, "M4", "Awb 10:1"),
  KIND_NOT_COVERED(COMPETENCE, FORBIDDEN, "M4", "Awb 10:12"),
  OUTSIDE_SCOPE(COMPETENCE, FORBIDDEN, "M4", "Awb 10:1"),
  EXCLUDED(COMPETENCE, FORBIDDEN, "M4", "Awb 10:1"),
  NOT_BY_ITSELF(COMPETENCE, FORBIDDEN, "M8"),
  MANDATE_REVOKED(COMPETENCE, FORBIDDEN, "M8", "Awb 10:8"),
  MANDATE_EXPIRED(COMPETENCE, FORBIDDEN, "M8"),
  MANDATE_SUSPENDED(COMPETENCE, FORBIDDEN, "M8"),
  MANDATE_NOT_BEGUN(COMPETENCE, FORBIDDEN, "M6"),
  CATEGORY_NOT_GRANTED(COMPETENCE, FORBIDDEN, "M5"),
  OVER_LIMIT(COMPETENCE, FORBIDDEN, "M5"),
  OVER_CAP(COMPETENCE, FORBIDDEN, "M5"),
  SUBJECT_TO_CONDITIONS(COMPETENCE, FORBIDDEN, "M7"),
  COMPETENCE_UNKNOWN(COMPETENCE, UNPROCESSABLE),

  TOO_LATE(LEDGER, CONFLICT);

  /** The rules a refusal belongs to; another law brings another set beside {@link #AWB}. */
  public enum RuleSet {
    /** Form, identity and state of what the ledger holds. */
    LEDGER,
    /** Title 10.1 of the Awb: what may be granted, passed on, narrowed and ended, and by whom. */
    AWB,
    /** The authority check at a decision. */
    COMPETENCE
  }

  /** How an answer over HTTP counts it. */
  public enum Answer {
    /** Where the address names it; where the content of the request does, it counts as 422. */
    NOT_FOUND(404),
    FORBIDDEN(403),
    CONFLICT(409),
    UNPROCESSABLE(422);

    private final int status;

    Answer(int status) {
      this.status = status;
    }

    /** The HTTP status code. */
    public int status() {
      return status;
    }
  }

  private final RuleSet ruleSet;
  private final Answer answer;
  private final String source;

  Refusal(RuleSet ruleSet, Answer answer, String... sources) {
    this.ruleSet = ruleSet;
    this.answer = answer;
    this.source = String.join(", ", sources);
  }

  /** The stable code, {@code self-grant}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant with this code. */
  public static Optional<Refusal> withCode(String code) {
    for (Refusal refusal : values()) {
      if (refusal.code().equals(code)) {
        return Optional.of(refusal);
      }
    }
    return Optional.empty();
  }

  public RuleSet ruleSet() {
    return ruleSet;
  }

  public Answer answer() {
    return answer;
  }

  /** The rule and the article it rests on, {@code M3, Awb 10:9}; empty for rules of form. */
  public String source() {
    return source;
  }
}
