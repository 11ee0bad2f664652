package nl.korf.service.meter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.korf.model.BodyId;
import nl.korf.model.LocalizedText;
import nl.korf.model.authority.Verdict;
import nl.korf.model.rules.Rule;
import nl.korf.projections.pyramid.KnownPyramid;
import nl.korf.projections.pyramid.KnownPyramid.DecisionLine;
import nl.korf.service.meter.Pyramid.Period;
import nl.korf.service.meter.Things.Directive;
import nl.korf.service.meter.Things.Initiative;
import nl.korf.service.meter.Things.Round;
import org.jspecify.annotations.Nullable;

/** Counts, about one instant: what came later is not there. A pure function of what is known. */
final class Meter {

  private final Things all;
  private final Homes homes;
  private final Instant on;
  private final @Nullable BodyId organisation;
  private final List<DecisionLine> decisions;
  private final List<Directive> directives;
  private final List<Round> rounds;
  private final List<Initiative> initiatives;

  /** About which initiative something was decided first when, and which rounds were taken when. */
  private final Map<String, Instant> firstDecided = new HashMap<>();

  private final Map<String, Instant> carriedOut = new HashMap<>();
  private final Map<String, List<Round>> roundsAbout = new HashMap<>();
  private int depths = 1;

  /**
   * Of what is known, about an instant.
   *
   * @param organisation whose alone, with all below it; null: everything
   */
  Meter(KnownPyramid known, Instant on, @Nullable BodyId organisation) {
    this.all = Things.of(known);
    this.homes = new Homes(known, all, on);
    this.on = on;
    this.organisation = organisation;
    for (DecisionLine decision : all.decisions()) {
      if (decision.initiative() != null) {
        firstDecided.merge(decision.initiative(), decision.taken(), Meter::earlier);
      }
      if (decision.round() != null) {
        carriedOut.merge(decision.round(), decision.taken(), Meter::earlier);
      }
    }
    for (Round round : all.rounds().values()) {
      if (round.initiative() != null) {
        roundsAbout.computeIfAbsent(round.initiative(), _ -> new ArrayList<>()).add(round);
      }
    }
    roundsAbout.values().forEach(some -> some.sort(Comparator.comparing(Round::opened)));
    decisions = all.decisions().stream().filter(one -> ours(homes.of(one), one.taken())).toList();
    directives =
        all.directives().stream().filter(one -> ours(homes.of(one), one.issued())).toList();
    rounds =
        all.rounds().values().stream().filter(one -> ours(homes.of(one), one.opened())).toList();
    initiatives =
        all.initiatives().values().stream()
            .filter(one -> ours(homes.of(one), one.proposed()))
            .toList();
    decisions.stream()
        .filter(Meter::hasDepth)
        .forEach(one -> depths = Math.max(depths, one.mandates() + 1));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private boolean ours(@Nullable String home, Instant begun) {
    return !begun.isAfter(on) && (organisation == null || homes.within(home, organisation.value()));
  }

  /** Whether the organisation is known, or none was asked for. */
  boolean knows() {
    return organisation == null || homes.knows(organisation);
  }

  /** The organisations to choose from, with their names. */
  Map<String, @Nullable LocalizedText> organisations() {
    return homes.organisations();
  }

  /** The figures from the period a moment is in; null: from the first thing that is counted. */
  Pyramid since(@Nullable Instant since) {
    Instant first = since == null ? begin() : since;
    Step step = Step.of(first, on);
    List<Instant> bounds = step.bounds(first, on);
    List<Period> periods = new ArrayList<>();
    for (int i = 0; i + 1 < bounds.size(); i++) {
      Instant from = bounds.get(i);
      Instant until = bounds.get(i + 1);
      periods.add(new Period(from, until, figures(from, until)));
    }
    Figures whole = figures(bounds.getFirst(), bounds.getLast());
    return new Pyramid(organisation, bounds.getFirst(), on, step, whole, periods);
  }

  private Instant begin() {
    return Stream.of(
            decisions.stream().map(DecisionLine::taken),
            directives.stream().map(Directive::issued),
            rounds.stream().map(Round::opened),
            initiatives.stream().map(Initiative::proposed))
        .flatMap(times -> times)
        .min(Comparator.naturalOrder())
        .orElse(on);
  }

  private Figures figures(Instant from, Instant until) {
    List<DecisionLine> taken =
        decisions.stream().filter(one -> in(one.taken(), from, until)).toList();
    Instant end = until.isAfter(on) ? on : until.minusNanos(1);
    return new Figures(
        decisions(taken),
        directives(from, until, end),
        escalations(taken),
        waiting(taken),
        open(end));
  }

  private static boolean in(@Nullable Instant moment, Instant from, Instant until) {
    return moment != null && !moment.isBefore(from) && moment.isBefore(until);
  }

  private Figures.Decisions decisions(List<DecisionLine> taken) {
    int[] byDepth = new int[depths];
    taken.stream().filter(Meter::hasDepth).forEach(one -> byDepth[one.mandates()]++);
    int known = 0;
    int links = 0;
    for (int depth = 0; depth < depths; depth++) {
      known += byDepth[depth];
      links += depth * byDepth[depth];
    }
    int ownWork = (int) taken.stream().filter(one -> competent(one) && one.ownWork()).count();
    int byGroups = (int) taken.stream().filter(one -> ruleOf(one) == By.GROUP).count();
    int byOne = (int) taken.stream().filter(one -> ruleOf(one) == By.ONE).count();
    return new Figures.Decisions(
        taken.size(),
        Arrays.stream(byDepth).boxed().toList(),
        known - byDepth[0],
        ownWork,
        taken.size() - known - ownWork,
        known == 0 ? null : Quantiles.rounded((double) links / known),
        byGroups,
        byOne,
        taken.size() - byGroups - byOne);
  }

  private static boolean competent(DecisionLine decision) {
    return decision.verdict().equals(Verdict.COMPETENT.name());
  }

  private static boolean hasDepth(DecisionLine decision) {
    return competent(decision) && !decision.ownWork();
  }

  /** Who settles what is decided by a rule. */
  private enum By {
    ONE,
    GROUP,
    NOT_TOLD
  }

  private static By ruleOf(DecisionLine decision) {
    return switch (Rule.valueOf(decision.rule())) {
      case MANDATED, ADVICE -> By.ONE;
      case CONSENT, MAJORITY, SUPERMAJORITY, UNANIMITY -> By.GROUP;
      case UNKNOWN -> By.NOT_TOLD;
    };
  }

  private Figures.Directives directives(Instant from, Instant until, Instant end) {
    Map<String, Integer> types = new TreeMap<>();
    int answered = 0;
    int issued = 0;
    for (Directive one : directives) {
      if (in(one.issued(), from, until)) {
        issued++;
        types.merge(one.type(), 1, Integer::sum);
        answered += one.answered() != null && !one.answered().isAfter(on) ? 1 : 0;
      }
    }
    List<Directive> ended =
        directives.stream()
            .filter(one -> in(one.ended(), from, until))
            .filter(one -> !Objects.requireNonNull(one.ended()).isAfter(on))
            .toList();
    int lifted = (int) ended.stream().filter(Directive::lifted).count();
    int standing = (int) directives.stream().filter(one -> one.stands(end)).count();
    return new Figures.Directives(issued, types, answered, ended.size() - lifted, lifted, standing);
  }

  private Figures.Escalations escalations(List<DecisionLine> taken) {
    int outcomes = 0;
    int afterBlocked = 0;
    for (DecisionLine one : taken) {
      outcomes += ruleOf(one) == By.GROUP && one.byPerson() ? 1 : 0;
      afterBlocked += one.round() == null && ruleOf(one) == By.ONE && afterBlocked(one) ? 1 : 0;
    }
    return new Figures.Escalations(outcomes, afterBlocked);
  }

  /** Whether of the rounds about the same that were opened by then the latest was blocked. */
  private boolean afterBlocked(DecisionLine decision) {
    @Nullable Round latest = null;
    if (decision.initiative() != null) {
      for (Round round : roundsAbout.getOrDefault(decision.initiative(), List.of())) {
        latest = round.opened().isAfter(decision.taken()) ? latest : round;
      }
    }
    return latest != null
        && latest.outcome().equals("BLOCKED")
        && latest.hasEnded(decision.taken());
  }

  private Figures.Waiting waiting(List<DecisionLine> taken) {
    Quantiles waited = new Quantiles();
    for (DecisionLine one : taken) {
      Instant asked = asked(one);
      if (asked != null && !asked.isAfter(one.taken())) {
        waited.add(asked, one.taken());
      }
    }
    return new Figures.Waiting(waited.size(), waited.days(50), waited.days(90));
  }

  private @Nullable Instant asked(DecisionLine decision) {
    Round round = decision.round() == null ? null : all.rounds().get(decision.round());
    Initiative about =
        decision.initiative() == null ? null : all.initiatives().get(decision.initiative());
    return round != null ? round.opened() : about == null ? null : about.proposed();
  }

  private Figures.Open open(Instant end) {
    Quantiles waiting = new Quantiles();
    for (Initiative one : initiatives) {
      Instant decided = firstDecided.get(one.id());
      if (one.stands(end) && (decided == null || decided.isAfter(end))) {
        waiting.add(one.proposed(), end);
      }
    }
    int open = 0;
    int outcomes = 0;
    for (Round one : rounds) {
      Instant taken = carriedOut.get(one.id());
      boolean adopted = one.outcome().equals("ADOPTED") && one.hasEnded(end);
      open += one.isOpen(end) ? 1 : 0;
      outcomes += adopted && (taken == null || taken.isAfter(end)) ? 1 : 0;
    }
    return new Figures.Open(waiting.size(), waiting.days(50), waiting.days(90), open, outcomes);
  }
}
