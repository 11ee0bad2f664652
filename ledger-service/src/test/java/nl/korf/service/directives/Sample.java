package nl.korf.service.directives;

import java.time.Instant;
import nl.korf.model.DirectiveId;
import nl.korf.model.LegalReference;
import nl.korf.model.Party;
import nl.korf.model.Subject;
import nl.korf.model.facts.DirectiveEvent.DirectiveType;
import nl.korf.service.authority.AskedAct;
import nl.korf.service.memory.Estate;
import org.jspecify.annotations.Nullable;

/** Directives for tests, in order from all that one needs. */
final class Sample {

  static final DirectiveId HOLD = new DirectiveId("d-hold");
  static final Party MINISTER = Party.of(Estate.MINISTER_ROLE);
  static final Subject INITIATIVE = Subject.of(Estate.INITIATIVE);
  static final Instant LATER = Instant.parse("2026-06-01T00:00:00Z");

  private Sample() {}

  /** The minister holds the initiative. */
  static IssueDirective hold() {
    return hold(HOLD.value(), INITIATIVE);
  }

  static IssueDirective hold(String id, Subject target) {
    return issue(id, DirectiveType.HOLD, target, MINISTER, null, null);
  }

  static IssueDirective issue(
      String id,
      DirectiveType type,
      Subject target,
      Party issuer,
      @Nullable AskedAct act,
      @Nullable Instant expiresAt) {
    return new IssueDirective(
        new DirectiveId(id),
        type,
        target,
        issuer,
        act,
        LegalReference.cited("Awb art. 10:6"),
        expiresAt,
        "In so many words.",
        "The budget is not settled.",
        null);
  }
}
