package nl.korf.service.rounds;

import java.time.Duration;
import java.util.List;
import nl.korf.model.Party;
import nl.korf.model.rules.Base;
import nl.korf.model.rules.Fraction;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleRef;
import nl.korf.model.rules.RuleSpec;
import org.jspecify.annotations.Nullable;

/**
 * A rule as somebody describes it; what is left out is the plainest there is.
 *
 * @param quorum null: none
 * @param threshold null: one half, or two thirds under SUPERMAJORITY
 * @param strict null: only under MAJORITY
 * @param base null: yes and no
 */
public record AskedSpec(
    Rule rule,
    Duration period,
    @Nullable Fraction quorum,
    @Nullable Integer quorumHeads,
    @Nullable Fraction threshold,
    @Nullable Boolean strict,
    @Nullable Base base,
    @Nullable Boolean abstentionAllowed,
    @Nullable Boolean reasonRequired,
    @Nullable Duration lateQuorum,
    @Nullable Boolean secondCall,
    @Nullable Integer objectionRoundsMax,
    @Nullable RuleRef fallback,
    @Nullable List<Party> advisers,
    @Nullable Duration advicePeriod,
    @Nullable List<Party> mustAgree,
    @Nullable List<Party> vetoers,
    @Nullable Duration vetoWindow,
    @Nullable Fraction vetoOverride,
    @Nullable Duration castingVoteWindow) {

  /** The rule in full. */
  public RuleSpec spec() {
    return new RuleSpec(
        rule,
        period,
        or(quorum, Fraction.NONE),
        or(quorumHeads, 0),
        or(threshold, rule == Rule.SUPERMAJORITY ? Fraction.TWO_THIRDS : Fraction.HALF),
        or(strict, rule == Rule.MAJORITY),
        or(base, Base.YES_AND_NO),
        or(abstentionAllowed, false),
        or(reasonRequired, false),
        lateQuorum,
        or(secondCall, false),
        or(objectionRoundsMax, 0),
        fallback,
        or(advisers, List.of()),
        advicePeriod,
        or(mustAgree, List.of()),
        or(vetoers, List.of()),
        vetoWindow,
        vetoOverride,
        castingVoteWindow);
  }

  /** The description of a rule. */
  public static AskedSpec of(RuleSpec spec) {
    return new AskedSpec(
        spec.rule(),
        spec.period(),
        spec.quorum(),
        spec.quorumHeads(),
        spec.threshold(),
        spec.strict(),
        spec.base(),
        spec.abstentionAllowed(),
        spec.reasonRequired(),
        spec.lateQuorum(),
        spec.secondCall(),
        spec.objectionRoundsMax(),
        spec.fallback(),
        spec.advisers(),
        spec.advicePeriod(),
        spec.mustAgree(),
        spec.vetoers(),
        spec.vetoWindow(),
        spec.vetoOverride(),
        spec.castingVoteWindow());
  }

  private static <T> T or(@Nullable T asked, T otherwise) {
    return asked == null ? otherwise : asked;
  }
}
