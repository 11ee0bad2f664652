package nl.korf.model.rounds;

import java.time.Duration;
import java.util.List;
import nl.korf.model.Party;
import nl.korf.model.rules.Base;
import nl.korf.model.rules.Fraction;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleSpec;
import org.jspecify.annotations.Nullable;

/** A rule under construction: the plainest of its sort, and what a case makes different. */
final class Specs {

  private final Rule rule;
  private Fraction quorum = Fraction.NONE;
  private int heads;
  private Fraction threshold = Fraction.HALF;
  private boolean strict = true;
  private Base base = Base.YES_AND_NO;
  private boolean abstention;
  private @Nullable Duration lateQuorum;
  private int objectionRounds;
  private List<Party> advisers = List.of();
  private List<Party> mustAgree = List.of();
  private List<Party> vetoers = List.of();
  private @Nullable Duration vetoWindow;
  private @Nullable Fraction override;
  private @Nullable Duration castingWindow;

  private Specs(Rule rule) {
    this.rule = rule;
  }

  static Specs of(Rule rule) {
    return new Specs(rule);
  }

  Specs quorum(int num, int den) {
    quorum = new Fraction(num, den);
    return this;
  }

  Specs heads(int least) {
    heads = least;
    return this;
  }

  Specs atLeast(int num, int den) {
    threshold = new Fraction(num, den);
    strict = false;
    return this;
  }

  Specs moreThan(int num, int den) {
    threshold = new Fraction(num, den);
    strict = true;
    return this;
  }

  Specs base(Base counted) {
    base = counted;
    return this;
  }

  Specs abstentionAllowed() {
    abstention = true;
    return this;
  }

  Specs lateQuorum(Duration time) {
    lateQuorum = time;
    return this;
  }

  Specs objectionRounds(int most) {
    objectionRounds = most;
    return this;
  }

  Specs advisers(Party... parties) {
    advisers = List.of(parties);
    return this;
  }

  Specs mustAgree(Party... parties) {
    mustAgree = List.of(parties);
    return this;
  }

  Specs vetoers(@Nullable Duration window, @Nullable Fraction overriddenBy, Party... parties) {
    vetoWindow = window;
    override = overriddenBy;
    vetoers = List.of(parties);
    return this;
  }

  Specs castingWindow(Duration time) {
    castingWindow = time;
    return this;
  }

  RuleSpec spec() {
    return new RuleSpec(
        rule,
        Duration.ofDays(7),
        quorum,
        heads,
        threshold,
        strict,
        base,
        abstention,
        false,
        lateQuorum,
        false,
        objectionRounds,
        null,
        advisers,
        null,
        mustAgree,
        vetoers,
        vetoWindow,
        override,
        castingWindow);
  }
}
