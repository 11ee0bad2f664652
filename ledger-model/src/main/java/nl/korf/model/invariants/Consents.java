package nl.korf.model.invariants;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.korf.model.LegalReference;
import nl.korf.model.Party;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.knowledge.Dated;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.knowledge.Responsibility;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.MandateState;
import org.jspecify.annotations.Nullable;

/**
 * Whose consent a mandate waits for, and who may give it (Awb 10:4, rule M11): the core rule of a
 * network in which nobody is anybody's subordinate.
 */
public final class Consents {

  private Consents() {}

  /**
   * Awb 10:4: of a holder who does not work under the responsibility of whoever grants, and of the
   * bodies the holder works under, unless a statute provides for the mandate. Not for a delegation,
   * which is no mandate. For a proxy or an authorisation to somebody elsewhere the Awb is silent
   * (10:12); the ledger asks the same.
   */
  static List<Party> awb(
      MandateTerms terms, @Nullable LegalReference byStatute, Knowledge knowledge) {
    if (byStatute != null
        || terms.kind() == MandateKind.DELEGATION
        || Responsibility.covers(terms.principal(), terms.grantor(), terms.holder(), knowledge)) {
      return List.of();
    }
    Set<Party> parties = new LinkedHashSet<>();
    parties.add(terms.holder());
    Responsibility.bodiesOf(terms.holder(), knowledge).forEach(body -> parties.add(Party.of(body)));
    return List.copyOf(parties);
  }

  /**
   * The parties an answer is for: the one named or, where none is, every awaited one the actor may
   * answer for.
   */
  public static List<Party> answered(
      MandateRow mandate, @Nullable Party named, Predicate<Party> mayAnswerFor) {
    return named == null
        ? mandate.awaited().stream().filter(mayAnswerFor).toList()
        : List.of(named);
  }

  /**
   * Why an answer, consent or refusal, cannot be given; empty where it can.
   *
   * @param named the party answered for, or null
   * @param mayAnswerFor the holder, or who acts as the body
   */
  public static List<Reason> reasons(
      Dated<MandateRow> mandate,
      @Nullable Party named,
      String actor,
      Predicate<Party> mayAnswerFor) {
    MandateRow row = mandate.row();
    Optional<Reason> over = over(mandate);
    if (over.isPresent()) {
      return List.of(over.get());
    }
    List<Reason> reasons = new ArrayList<>();
    if (row.consents().isEmpty() || (named != null && !row.consents().contains(named))) {
      reasons.add(reason(Refusal.CONSENT_NOT_AWAITED, mandate, named, actor));
    } else if (row.awaited().isEmpty() || (named != null && !row.awaited().contains(named))) {
      reasons.add(reason(Refusal.CONSENT_GIVEN_ALREADY, mandate, named, actor));
    } else if (answered(row, named, mayAnswerFor).stream().noneMatch(mayAnswerFor)) {
      reasons.add(reason(Refusal.CONSENT_NOT_YOURS, mandate, named, actor));
    }
    return reasons;
  }

  private static Optional<Reason> over(Dated<MandateRow> mandate) {
    return switch (mandate.row().state()) {
      case PROPOSED, ACTIVE, SUSPENDED -> Optional.empty();
      case DECLINED, REVOKED, EXPIRED -> Invariants.ended(mandate);
    };
  }

  private static Reason reason(
      Refusal refusal, Dated<MandateRow> mandate, @Nullable Party named, String actor) {
    MandateRow row = mandate.row();
    return new Reason(
        refusal,
        Values.of(
            "mandate", row.mandate(),
            "holder", row.terms().holder(),
            "party", named == null ? "-" : named,
            "actor", actor,
            "awaited", awaited(row),
            "position", row.version()));
  }

  /** Who is awaited, as a sentence names them. */
  static String awaited(MandateRow row) {
    return row.state() == MandateState.PROPOSED
        ? row.awaited().stream().map(Party::toString).collect(Collectors.joining(", "))
        : "-";
  }
}
