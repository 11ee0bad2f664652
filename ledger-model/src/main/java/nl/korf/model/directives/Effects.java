package nl.korf.model.directives;

import java.time.Duration;
import java.util.Optional;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.facts.DirectiveEvent.DirectiveType;
import nl.korf.model.view.DirectiveRows.DirectiveRow;
import nl.korf.model.view.DirectiveRows.DirectiveState;

/** What a directive in force stands in the way of. */
public final class Effects {

  /** How long a hold lasts by itself, and at most; a ledger can set another term. */
  public static final Duration HOLD_TERM = Duration.ofDays(14);

  private Effects() {}

  /**
   * Why nothing can be decided on the target of a directive; empty where it can. A hold stops
   * everybody, its issuer included. What is called in is the issuer's to decide. The other types
   * stop nobody: not heeding an instruction is a flag.
   *
   * @param byIssuer whether whoever decides acts as the issuer
   * @param position of the fact that made the directive what it is
   */
  public static Optional<Reason> obstacle(DirectiveRow row, boolean byIssuer, long position) {
    if (row.state() != DirectiveState.IN_FORCE) {
      return Optional.empty();
    }
    if (row.type() == DirectiveType.HOLD) {
      return Optional.of(reason(Refusal.HELD, row, position));
    }
    return row.type() == DirectiveType.CALL_IN && !byIssuer
        ? Optional.of(reason(Refusal.CALLED_IN, row, position))
        : Optional.empty();
  }

  private static Reason reason(Refusal refusal, DirectiveRow row, long position) {
    return Reason.of(
        refusal,
        "directive",
        row.directive().value(),
        "target",
        row.target().toString(),
        "issuer",
        row.issuer().toString(),
        "position",
        Long.toString(position),
        "until",
        row.expiresAt().toString());
  }
}
