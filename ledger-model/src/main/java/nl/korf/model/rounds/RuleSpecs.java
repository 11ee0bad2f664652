package nl.korf.model.rounds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import nl.korf.model.LocalizedText;
import nl.korf.model.Party;
import nl.korf.model.RuleId;
import nl.korf.model.rules.Base;
import nl.korf.model.rules.Fraction;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleRef;
import nl.korf.model.rules.RuleSpec;
import org.jspecify.annotations.Nullable;

/** Rules every ledger knows, and what has to hold of any rule. */
public final class RuleSpecs {

  /** Longest time a rule may ask for, of any sort. */
  public static final Duration TIME_MAX = Duration.ofDays(3_660);

  /** Most parties a rule may name in one of its lists. */
  public static final int PARTIES_MAX = 100;

  /**
   * Largest denominator of a fraction in a rule. With at most 2,000 electors of weight {@link
   * #WEIGHT_MAX} every product of a count stays far below what a long holds, so that a round that
   * opens can always be closed.
   */
  public static final int DENOMINATOR_MAX = 10_000;

  /** Greatest weight of one elector. */
  public static final int WEIGHT_MAX = 1_000_000;

  /** Where a casting vote may come after the deadline, in the presets. */
  private static final Duration CASTING_VOTE = Duration.ofDays(2);

  /** A rule with a name of its own that a group can pick. */
  public record Preset(RuleRef ref, LocalizedText name, RuleSpec spec) {}

  /**
   * One thing that is wrong with a rule.
   *
   * @param field the component
   * @param text what it would have to be, in signs that read the same in every language
   */
  public record Problem(String field, String text) {}

  private static final List<Preset> PRESETS =
      List.of(
          preset("consent-7-days", "Consent binnen 7 dagen", "Consent within 7 days", consent(7)),
          preset(
              "consent-14-days", "Consent binnen 14 dagen", "Consent within 14 days", consent(14)),
          preset(
              "majority-of-votes",
              "Meerderheid van de uitgebrachte stemmen",
              "Majority of the votes cast",
              voted(Rule.MAJORITY, Fraction.HALF, Fraction.HALF, true, Base.YES_AND_NO)),
          preset(
              "majority-of-members",
              "Meerderheid van de leden",
              "Majority of the members",
              voted(Rule.MAJORITY, Fraction.NONE, Fraction.HALF, true, Base.ELECTORATE)),
          preset(
              "two-thirds-of-votes",
              "Twee derde van de uitgebrachte stemmen",
              "Two thirds of the votes cast",
              voted(
                  Rule.SUPERMAJORITY, Fraction.HALF, Fraction.TWO_THIRDS, false, Base.YES_AND_NO)),
          preset(
              "two-thirds-of-members",
              "Twee derde van de leden",
              "Two thirds of the members",
              voted(
                  Rule.SUPERMAJORITY, Fraction.NONE, Fraction.TWO_THIRDS, false, Base.ELECTORATE)),
          preset(
              "unanimity",
              "Eenstemmigheid",
              "Unanimity",
              voted(Rule.UNANIMITY, Fraction.NONE, Fraction.HALF, true, Base.ELECTORATE)),
          preset(
              "mandated",
              "Besluit van één bevoegde",
              "Decision of one competent holder",
              voted(Rule.MANDATED, Fraction.NONE, Fraction.HALF, true, Base.ELECTORATE)));

  private RuleSpecs() {}

  /** All presets, in the order to offer them. */
  public static List<Preset> presets() {
    return PRESETS;
  }

  /** The preset a reference names. */
  public static Optional<RuleSpec> preset(RuleRef ref) {
    return PRESETS.stream()
        .filter(preset -> preset.ref().equals(ref))
        .map(Preset::spec)
        .findFirst();
  }

  private static Preset preset(String id, String nl, String en, RuleSpec spec) {
    return new Preset(new RuleRef(new RuleId("preset-" + id), 1), LocalizedText.of(nl, en), spec);
  }

  private static RuleSpec consent(int days) {
    return spec(
        Rule.CONSENT,
        Duration.ofDays(days),
        Fraction.NONE,
        Fraction.HALF,
        true,
        Base.YES_AND_NO,
        3);
  }

  private static RuleSpec voted(
      Rule rule, Fraction quorum, Fraction threshold, boolean strict, Base base) {
    return spec(rule, Duration.ofDays(7), quorum, threshold, strict, base, 0);
  }

  private static RuleSpec spec(
      Rule rule,
      Duration period,
      Fraction quorum,
      Fraction threshold,
      boolean strict,
      Base base,
      int objectionRoundsMax) {
    return new RuleSpec(
        rule,
        period,
        quorum,
        0,
        threshold,
        strict,
        base,
        false,
        false,
        null,
        !quorum.equals(Fraction.NONE),
        objectionRoundsMax,
        null,
        List.of(),
        null,
        List.of(),
        List.of(),
        null,
        null,
        rule == Rule.MAJORITY ? CASTING_VOTE : null);
  }

  /** All that is wrong with a rule at once; empty where a round can be held under it. */
  public static List<Problem> problems(RuleSpec spec) {
    List<Problem> all = new ArrayList<>();
    when(all, spec.rule() == Rule.UNKNOWN, "rule", "!= UNKNOWN");
    time(all, "period", spec.period(), false);
    time(all, "lateQuorum", spec.lateQuorum(), false);
    time(all, "advicePeriod", spec.advicePeriod(), false);
    time(all, "vetoWindow", spec.vetoWindow(), true);
    time(all, "castingVoteWindow", spec.castingVoteWindow(), true);
    when(all, spec.quorumHeads() < 0, "quorumHeads", ">= 0");
    when(all, spec.objectionRoundsMax() < 0, "objectionRoundsMax", ">= 0");
    denominator(all, "quorum", spec.quorum());
    denominator(all, "threshold", spec.threshold());
    denominator(all, "vetoOverride", spec.vetoOverride());
    thresholds(all, spec);
    advice(all, spec);
    overlays(all, spec);
    when(
        all,
        spec.fallback() != null && spec.rule() != Rule.CONSENT,
        "fallback",
        "null (!= CONSENT)");
    return List.copyOf(all);
  }

  private static void thresholds(List<Problem> all, RuleSpec spec) {
    boolean aboveHalf = Fraction.HALF.exceededBy(spec.threshold().num(), spec.threshold().den());
    when(
        all, spec.rule() == Rule.SUPERMAJORITY && !aboveHalf, "threshold", "> 1/2 (SUPERMAJORITY)");
    when(
        all,
        spec.strict() && spec.threshold().num() == spec.threshold().den(),
        "threshold",
        "< 1/1 (strict)");
    boolean quorumless = spec.quorum().num() == 0 && spec.quorumHeads() == 0;
    when(all, spec.lateQuorum() != null && quorumless, "lateQuorum", "null (quorum = 0)");
    when(all, spec.secondCall() && quorumless, "secondCall", "false (quorum = 0)");
    when(
        all,
        spec.lateQuorum() != null && spec.lateQuorum().compareTo(spec.period()) > 0,
        "lateQuorum",
        "<= period");
  }

  private static void advice(List<Problem> all, RuleSpec spec) {
    boolean advice = spec.rule() == Rule.ADVICE;
    when(all, advice && spec.advisers().isEmpty(), "advisers", "size >= 1 (ADVICE, Awb 3:8)");
    when(all, !advice && !spec.advisers().isEmpty(), "advisers", "[] (!= ADVICE)");
    when(all, !advice && spec.advicePeriod() != null, "advicePeriod", "null (!= ADVICE)");
    when(
        all,
        spec.advicePeriod() != null && spec.advicePeriod().compareTo(spec.period()) > 0,
        "advicePeriod",
        "<= period");
    parties(all, "advisers", spec.advisers());
  }

  private static void overlays(List<Problem> all, RuleSpec spec) {
    parties(all, "mustAgree", spec.mustAgree());
    parties(all, "vetoers", spec.vetoers());
    boolean none = spec.vetoers().isEmpty();
    when(all, none && spec.vetoWindow() != null, "vetoWindow", "null (vetoers = [])");
    when(all, none && spec.vetoOverride() != null, "vetoOverride", "null (vetoers = [])");
    when(
        all,
        spec.vetoOverride() != null
            && !Fraction.HALF.exceededBy(spec.vetoOverride().num(), spec.vetoOverride().den()),
        "vetoOverride",
        "> 1/2");
    when(
        all,
        spec.castingVoteWindow() != null && spec.rule() != Rule.MAJORITY,
        "castingVoteWindow",
        "null (!= MAJORITY)");
  }

  private static void denominator(List<Problem> all, String field, @Nullable Fraction fraction) {
    when(
        all,
        fraction != null && fraction.den() > DENOMINATOR_MAX,
        field,
        "den <= " + DENOMINATOR_MAX);
  }

  private static void parties(List<Problem> all, String field, List<Party> parties) {
    when(all, parties.size() > PARTIES_MAX, field, "size <= " + PARTIES_MAX);
    when(all, new HashSet<>(parties).size() < parties.size(), field, "x != y");
  }

  private static void time(
      List<Problem> all, String field, @Nullable Duration time, boolean zeroToo) {
    if (time != null) {
      boolean tooShort = zeroToo ? time.isNegative() : !time.isPositive();
      when(all, tooShort, field, zeroToo ? ">= PT0S" : "> PT0S");
      when(all, time.compareTo(TIME_MAX) > 0, field, "<= P" + TIME_MAX.toDays() + "D");
    }
  }

  private static void when(List<Problem> all, boolean wrong, String field, String text) {
    if (wrong) {
      all.add(new Problem(field, text));
    }
  }
}
