package nl.korf.service.rounds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.korf.model.LocalizedText;
import nl.korf.model.Party;
import nl.korf.model.rules.Fraction;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleSpec;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What a rule says, in words, whole: a sentence for each of its parts, so that nobody needs to know
 * what a code means. Two rules that differ read differently.
 */
@Component
public final class RuleSentences {

  private static final Locale DUTCH = Locale.of("nl");
  private static final int HOURS_A_DAY = 24;

  private final MessageSource messages;

  public RuleSentences(MessageSource messages) {
    this.messages = messages;
  }

  /** In both languages, with parties by their identifiers. */
  public LocalizedText of(RuleSpec spec) {
    return LocalizedText.of(
        of(spec, DUTCH, Party::toString), of(spec, Locale.ENGLISH, Party::toString));
  }

  /**
   * In one language.
   *
   * @param names what a party is called
   */
  public String of(RuleSpec spec, Locale language, Function<Party, String> names) {
    return String.join(" ", new Told(spec, language, names).sentences());
  }

  /** One rule told in one language. */
  private final class Told {

    private final RuleSpec spec;
    private final Locale language;
    private final Function<Party, String> names;
    private final List<String> sentences = new ArrayList<>();

    Told(RuleSpec spec, Locale language, Function<Party, String> names) {
      this.spec = spec;
      this.language = language;
      this.names = names;
    }

    List<String> sentences() {
      rule();
      say("period", time(spec.period()));
      quorum();
      objections();
      parties();
      when(spec.reasonRequired(), "reason-required");
      if (spec.castingVoteWindow() != null) {
        say("casting-vote", time(spec.castingVoteWindow()));
      }
      return sentences;
    }

    private void rule() {
      String how = spec.strict() ? "more-than" : "at-least";
      String base = text("base." + spec.base());
      switch (spec.rule()) {
        case MAJORITY, SUPERMAJORITY -> say(how, part(spec.threshold()), base);
        case UNANIMITY -> say(spec.abstentionAllowed() ? "unanimity-abstaining" : "unanimity");
        case MANDATED, ADVICE, CONSENT, UNKNOWN -> say(spec.rule().name());
      }
    }

    private void quorum() {
      when(!spec.quorum().equals(Fraction.NONE), "quorum", part(spec.quorum()));
      when(spec.quorumHeads() > 0, "quorum-heads", spec.quorumHeads());
      if (spec.lateQuorum() != null) {
        say("late-quorum", time(spec.lateQuorum()));
      }
      when(spec.secondCall(), "second-call");
    }

    private void objections() {
      when(spec.objectionRoundsMax() > 0, "objection-rounds", spec.objectionRoundsMax());
      if (spec.fallback() != null) {
        say("fallback", spec.fallback().rule().value(), spec.fallback().version());
      }
    }

    private void parties() {
      when(!spec.advisers().isEmpty(), "advisers", called(spec.advisers()));
      if (spec.advicePeriod() != null && spec.rule() == Rule.ADVICE) {
        say("advice-period", time(spec.advicePeriod()));
      }
      when(!spec.mustAgree().isEmpty(), "must-agree", called(spec.mustAgree()));
      when(!spec.vetoers().isEmpty(), "vetoers", called(spec.vetoers()));
      if (spec.vetoWindow() != null) {
        say("veto-window", time(spec.vetoWindow()));
      }
      if (spec.vetoOverride() != null) {
        say("veto-override", part(spec.vetoOverride()));
      }
    }

    private String called(List<Party> parties) {
      return parties.stream().map(names).collect(Collectors.joining(", "));
    }

    private String part(Fraction fraction) {
      String words =
          messages.getMessage(
              "rule.part.%d-%d".formatted(fraction.num(), fraction.den()), null, null, language);
      return words == null ? text("part", fraction.num(), fraction.den()) : words;
    }

    private String time(Duration time) {
      long hours = time.toHours();
      if (hours > 0 && hours % HOURS_A_DAY == 0 && time.equals(Duration.ofHours(hours))) {
        return text("days", hours / HOURS_A_DAY);
      }
      return time.toMinutesPart() == 0 && hours > 0
          ? text("hours", hours)
          : text("minutes", time.toMinutes());
    }

    private void when(boolean so, String key, Object... values) {
      if (so) {
        say(key, values);
      }
    }

    private void say(String key, Object... values) {
      sentences.add(text(key, values));
    }

    private String text(String key, Object... values) {
      return messages.getMessage("rule." + key, values, language);
    }
  }
}
