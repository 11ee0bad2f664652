package nl.korf.model.knowledge;

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
import nl.korf.model.view.Row.MandateRow;
import org.jspecify.annotations.Nullable;

/**
 * Delegations in force (Awb 10:13 to 10:19): the power itself is with the delegate while one runs,
 * and no longer with the delegator.
 */
public final class Delegations {

  private Delegations() {}

  /**
   * The delegation by which the body lost what the act exercises (Awb 10:17). On an axis the
   * delegation names and the act is silent about, it counts as lost.
   */
  public static Optional<MandateRow> lost(BodyId body, Act act, Knowledge knowledge) {
    return running(body, knowledge)
        .filter(row -> row.terms().principal().equals(body))
        .filter(row -> reaches(row.terms(), act, true, knowledge))
        .findFirst();
  }

  /** The delegation by which the body holds what the act exercises as its own (Awb 10:13). */
  public static Optional<MandateRow> got(BodyId body, Act act, Knowledge knowledge) {
    return running(body, knowledge)
        .filter(row -> body.equals(row.terms().delegate()))
        .filter(row -> reaches(row.terms(), act, false, knowledge))
        .findFirst();
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

  private static boolean whole(MandateTerms terms) {
    return terms.scope().equals(Scope.INHERITED)
        && terms.exclusions().stream().noneMatch(Exclusion::decidable);
  }

  private static boolean reaches(
      MandateTerms terms, Act act, boolean whereSilent, Knowledge knowledge) {
    if (!Taxonomy.within(act.power(), terms.power(), knowledge)) {
      return false;
    }
    for (Axis axis : Axis.values()) {
      List<String> named = axis.of(terms.scope());
      String asked = asked(axis, act);
      if (!named.isEmpty() && (asked == null ? !whereSilent : !named.contains(asked))) {
        return false;
      }
    }
    return terms.exclusions().stream()
        .noneMatch(exclusion -> excludes(exclusion, act, whereSilent, knowledge));
  }

  private static @Nullable String asked(Axis axis, Act act) {
    return switch (axis) {
      case UNIT -> act.unit();
      case TERRITORY -> act.territory();
      case SUBJECT -> act.subject();
      case CASE -> act.caseId();
    };
  }

  private static boolean excludes(
      Exclusion exclusion, Act act, boolean whereSilent, Knowledge knowledge) {
    PowerId power = exclusion.power();
    @Nullable String subject = exclusion.subject();
    if (!exclusion.decidable()
        || (power != null && !Taxonomy.within(act.power(), power, knowledge))) {
      return false;
    }
    return subject == null
        || (act.subject() == null ? !whereSilent : act.subject().equals(subject));
  }
}
