package nl.korf.model.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.korf.model.BodyId;
import nl.korf.model.PowerId;
import nl.korf.model.authority.Act;
import nl.korf.model.mandates.Axis;
import nl.korf.model.mandates.Exclusion;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.Scope;
import nl.korf.model.money.Amount;
import nl.korf.model.view.Row.MandateRow;

/**
 * Delegations in force (Awb 10:13 to 10:19): the power itself is with the delegate while one runs,
 * and no longer with the delegator.
 */
public final class Delegations {

  private static final Comparator<MandateRow> CLEAR_FIRST =
      Comparator.comparing((MandateRow row) -> !clear(row))
          .thenComparing(row -> row.mandate().value());

  private Delegations() {}

  /**
   * The delegation by which the body lost what the act exercises (Awb 10:17). What the delegation
   * names or excludes and the act is silent about counts as lost.
   */
  public static Optional<MandateRow> lost(BodyId body, Act act, Knowledge knowledge) {
    return running(body, knowledge)
        .filter(row -> row.terms().principal().equals(body))
        .filter(row -> reaches(row.terms(), act, true, knowledge))
        .min(CLEAR_FIRST);
  }

  /** The delegation by which the body holds what the act exercises as its own (Awb 10:13). */
  public static Optional<MandateRow> got(BodyId body, Act act, Knowledge knowledge) {
    return running(body, knowledge)
        .filter(row -> body.equals(row.terms().delegate()))
        .filter(row -> reaches(row.terms(), act, false, knowledge))
        .min(CLEAR_FIRST);
  }

  /** The delegation by which the body lost the power as a whole. */
  public static Optional<MandateRow> lostWhole(BodyId body, PowerId power, Knowledge knowledge) {
    return running(body, knowledge)
        .filter(row -> row.terms().principal().equals(body))
        .filter(row -> Taxonomy.within(power, row.terms().power(), knowledge))
        .filter(row -> whole(row.terms()))
        .findFirst();
  }

  /** The delegation by which the body got the power, or part of what it reaches. */
  public static Optional<MandateRow> gotSome(BodyId body, PowerId power, Knowledge knowledge) {
    return running(body, knowledge)
        .filter(row -> body.equals(row.terms().delegate()))
        .filter(row -> Taxonomy.within(power, row.terms().power(), knowledge))
        .findFirst();
  }

  private static Stream<MandateRow> running(BodyId body, Knowledge knowledge) {
    return knowledge.delegationsOf(body).stream()
        .flatMap(id -> knowledge.mandate(id).stream())
        .filter(link -> Chain.counts(link, knowledge.on()))
        .map(Dated::row);
  }

  /**
   * Whether a machine can tell what it passes on. A delegation recorded with limits in money passes
   * a power in part as no statute provides for (Awb 10:16): who holds what is for people to judge.
   */
  public static boolean clear(MandateRow delegation) {
    return delegation.terms().limits().isEmpty();
  }

  private static boolean whole(MandateTerms terms) {
    return terms.scope().equals(Scope.INHERITED)
        && terms.limits().isEmpty()
        && terms.exclusions().stream().noneMatch(Exclusion::decidable);
  }

  private static boolean reaches(
      MandateTerms terms, Act act, boolean whereSilent, Knowledge knowledge) {
    if (!Taxonomy.within(act.power(), terms.power(), knowledge)) {
      return false;
    }
    for (Axis axis : Axis.values()) {
      List<String> named = axis.of(terms.scope());
      String asked = act.on(axis);
      if (!named.isEmpty() && (asked == null ? !whereSilent : !named.contains(asked))) {
        return false;
      }
    }
    return terms.exclusions().stream()
        .filter(Exclusion::decidable)
        .allMatch(exclusion -> reaches(exclusion, act, whereSilent, knowledge));
  }

  private static boolean reaches(
      Exclusion exclusion, Act act, boolean whereSilent, Knowledge knowledge) {
    Amount total = exclusion.from() == null ? null : Total.of(act, knowledge).amount();
    return switch (Excluded.of(exclusion, act, total, knowledge)) {
      case NO -> true;
      case YES -> false;
      case SUBJECT_UNCLEAR, VALUE_UNCLEAR -> whereSilent;
    };
  }
}
