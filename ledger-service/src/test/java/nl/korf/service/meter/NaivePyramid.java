package nl.korf.service.meter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.korf.model.BodyId;
import nl.korf.model.InitiativeId;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.DirectiveEvent.DirectiveAnswered;
import nl.korf.model.facts.DirectiveEvent.DirectiveExtended;
import nl.korf.model.facts.DirectiveEvent.DirectiveIssued;
import nl.korf.model.facts.DirectiveEvent.DirectiveLifted;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.facts.InitiativeEvent.InitiativeRestored;
import nl.korf.model.facts.InitiativeEvent.InitiativeWithdrawn;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoundEvent.OutcomeComputed;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.facts.RoundEvent.RoundWithdrawn;
import nl.korf.model.rules.Rule;
import nl.korf.service.meter.NaiveFacts.Dated;
import org.jspecify.annotations.Nullable;

/** The figures counted from the facts alone, one question after another, as slowly as it gets. */
final class NaivePyramid {

  private final NaiveFacts facts;
  private final Instant on;

  NaivePyramid(List<RecordedFact> facts, Instant on, @Nullable BodyId organisation) {
    this.facts = new NaiveFacts(facts, on, organisation);
    this.on = on;
  }

  /** Every figure of a period by name; a figure that does not exist is absent. */
  Map<String, Object> figures(Instant from, Instant until) {
    Map<String, Object> figures = new TreeMap<>();
    Instant end = until.isAfter(on) ? on : until.minusNanos(1);
    List<Dated<DecisionTaken>> taken =
        facts.decisions().stream()
            .filter(one -> facts.ours(one.fact()) && !one.at().isAfter(on))
            .filter(one -> !one.at().isBefore(from) && one.at().isBefore(until))
            .toList();
    decisions(taken, figures);
    escalations(taken, figures);
    waits(taken.stream().map(this::waited).flatMap(List::stream).toList(), "waited", figures);
    directives(from, until, end, figures);
    proposals(end, figures);
    rounds(end, figures);
    return figures;
  }

  private static void decisions(List<Dated<DecisionTaken>> taken, Map<String, Object> figures) {
    List<Integer> chains = new ArrayList<>();
    int ownWork = 0;
    int unknown = 0;
    for (Dated<DecisionTaken> one : taken) {
      if (one.fact().competence().verdict() != Verdict.COMPETENT) {
        unknown++;
      } else if (one.fact().competence().isOwnWork()) {
        ownWork++;
      } else {
        chains.add(one.fact().competence().path().size());
        figures.merge("depth " + chains.getLast(), 1, (a, b) -> (int) a + (int) b);
      }
    }
    figures.put("taken", taken.size());
    figures.put("ownWork", ownWork);
    figures.put("unknown", unknown);
    figures.put("underMandate", (int) chains.stream().filter(chain -> chain > 0).count());
    chains.stream()
        .mapToInt(Integer::intValue)
        .average()
        .ifPresent(mean -> figures.put("meanDepth", Math.round(mean * 100) / 100.0));
    figures.put("byGroups", count(taken, one -> groupRule(one.rule())));
    figures.put("notTold", count(taken, one -> one.rule() == Rule.UNKNOWN));
    figures.put("byOne", count(taken, one -> one.rule() != Rule.UNKNOWN && !groupRule(one.rule())));
  }

  private static int count(List<Dated<DecisionTaken>> taken, Predicate<DecisionTaken> which) {
    return (int) taken.stream().filter(one -> which.test(one.fact())).count();
  }

  private static boolean groupRule(Rule rule) {
    return Set.of(Rule.CONSENT, Rule.MAJORITY, Rule.SUPERMAJORITY, Rule.UNANIMITY).contains(rule);
  }

  private void escalations(List<Dated<DecisionTaken>> taken, Map<String, Object> figures) {
    figures.put(
        "outcomes taken", count(taken, one -> groupRule(one.rule()) && one.decidedBy() != null));
    int blocked = 0;
    for (Dated<DecisionTaken> one : taken) {
      InitiativeId about = one.fact().initiative();
      List<Dated<RoundOpened>> before =
          facts.all(RoundOpened.class).stream()
              .filter(round -> about != null && about.equals(round.fact().initiative()))
              .filter(round -> !round.at().isAfter(one.at()))
              .toList();
      boolean alone = one.fact().rule() == Rule.MANDATED || one.fact().rule() == Rule.ADVICE;
      if (alone && one.fact().round() == null && !before.isEmpty()) {
        Dated<Fact> end = end(before.getLast().fact());
        boolean over = end != null && !end.at().isAfter(one.at());
        blocked += over && outcome(end) == RoundOutcome.BLOCKED ? 1 : 0;
      }
    }
    figures.put("after blocked", blocked);
  }

  private @Nullable Dated<Fact> end(RoundOpened round) {
    for (Dated<Fact> one : facts.all(Fact.class)) {
      boolean ended =
          switch (one.fact()) {
            case OutcomeComputed computed -> computed.round().equals(round.round());
            case RoundWithdrawn withdrawn -> withdrawn.round().equals(round.round());
            default -> false;
          };
      if (ended) {
        return one;
      }
    }
    return null;
  }

  private static @Nullable RoundOutcome outcome(@Nullable Dated<Fact> end) {
    return end != null && end.fact() instanceof OutcomeComputed computed
        ? computed.outcome()
        : null;
  }

  private List<Duration> waited(Dated<DecisionTaken> decision) {
    List<Instant> asked = new ArrayList<>();
    for (Dated<RoundOpened> round : facts.all(RoundOpened.class)) {
      if (round.fact().round().equals(decision.fact().round())) {
        asked.add(round.at());
      }
    }
    for (Dated<InitiativeProposed> proposed : facts.all(InitiativeProposed.class)) {
      if (asked.isEmpty() && proposed.fact().initiative().equals(decision.fact().initiative())) {
        asked.add(proposed.at());
      }
    }
    return asked.stream()
        .filter(instant -> !instant.isAfter(decision.at()))
        .map(instant -> Duration.between(instant, decision.at()))
        .toList();
  }

  private static void waits(List<Duration> all, String name, Map<String, Object> figures) {
    figures.put(name, all.size());
    for (int percent : new int[] {50, 90}) {
      all.stream()
          .filter(time ->
              100L * all.stream().filter(other -> other.compareTo(time) <= 0).count()
                  >= (long) percent * all.size())
          .min(Comparator.naturalOrder())
          .ifPresent(time ->
              figures.put(name + " p" + percent, Math.round(time.toSeconds() / 864.0) / 100.0));
    }
  }

  private void directives(Instant from, Instant until, Instant end, Map<String, Object> figures) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String name : List.of("issued", "answered", "lapsed", "lifted", "standing")) {
      counts.put(name, 0);
    }
    for (Dated<DirectiveIssued> one : facts.all(DirectiveIssued.class)) {
      String home = facts.home(one.fact().group());
      BodyId principal = one.fact().principal();
      boolean ours = facts.within(home != null || principal == null ? home : principal.value());
      if (ours && !one.at().isAfter(on)) {
        issued(one, from, until, counts);
        standing(one, from, until, end, counts);
      }
    }
    figures.putAll(counts);
  }

  private void issued(
      Dated<DirectiveIssued> one, Instant from, Instant until, Map<String, Integer> counts) {
    if (!one.at().isBefore(from) && one.at().isBefore(until)) {
      counts.merge("issued", 1, Integer::sum);
      counts.merge("type " + one.fact().type(), 1, Integer::sum);
      boolean answered =
          facts.all(DirectiveAnswered.class).stream()
              .filter(reply -> reply.fact().directive().equals(one.fact().directive()))
              .anyMatch(reply -> !reply.at().isAfter(on));
      counts.merge("answered", answered ? 1 : 0, Integer::sum);
    }
  }

  private void standing(
      Dated<DirectiveIssued> one,
      Instant from,
      Instant until,
      Instant end,
      Map<String, Integer> counts) {
    Instant expires = NaiveFacts.micros(one.fact().expiresAt());
    expires = expires.isBefore(one.at()) ? one.at() : expires;
    boolean lifted = false;
    for (Dated<Fact> later : facts.all(Fact.class)) {
      boolean runs = !lifted && later.at().isBefore(expires) && !later.at().isBefore(one.at());
      if (later.fact() instanceof DirectiveExtended extended
          && extended.directive().equals(one.fact().directive())
          && runs) {
        Instant longer = NaiveFacts.micros(extended.expiresAt());
        expires = longer.isAfter(expires) ? longer : expires;
      } else if (later.fact() instanceof DirectiveLifted taken
          && taken.directive().equals(one.fact().directive())
          && runs) {
        lifted = true;
        expires = later.at();
      }
    }
    if (!expires.isAfter(on) && !expires.isBefore(from) && expires.isBefore(until)) {
      counts.merge(lifted ? "lifted" : "lapsed", 1, Integer::sum);
    }
    boolean stands = !one.at().isAfter(end) && expires.isAfter(end);
    counts.merge("standing", stands ? 1 : 0, Integer::sum);
  }

  private void proposals(Instant end, Map<String, Object> figures) {
    List<Duration> waiting = new ArrayList<>();
    for (Dated<InitiativeProposed> one : facts.all(InitiativeProposed.class)) {
      InitiativeId id = one.fact().initiative();
      boolean decided =
          facts.decisions().stream()
              .anyMatch(taken -> id.equals(taken.fact().initiative()) && !taken.at().isAfter(end));
      boolean there = !one.at().isAfter(end) && !decided && !withdrawn(id, end);
      if (there && facts.within(facts.home(facts.ownerOf(id)))) {
        waiting.add(Duration.between(one.at(), end));
      }
    }
    waits(waiting, "proposals", figures);
  }

  private boolean withdrawn(InitiativeId id, Instant end) {
    boolean withdrawn = false;
    for (Dated<Fact> one : facts.all(Fact.class)) {
      if (one.fact() instanceof InitiativeProposed proposed && proposed.initiative().equals(id)) {
        withdrawn = false; // what is told of the time before its proposal is about nothing
      } else if (!one.at().isAfter(end)
          && one.fact() instanceof InitiativeWithdrawn gone
          && gone.initiative().equals(id)) {
        withdrawn = true;
      } else if (!one.at().isAfter(end)
          && one.fact() instanceof InitiativeRestored back
          && back.initiative().equals(id)) {
        withdrawn = false;
      }
    }
    return withdrawn;
  }

  private void rounds(Instant end, Map<String, Object> figures) {
    int open = 0;
    int outcomes = 0;
    for (Dated<RoundOpened> round : facts.all(RoundOpened.class)) {
      if (facts.within(facts.home(round.fact().group())) && !round.at().isAfter(end)) {
        Dated<Fact> ended = end(round.fact());
        boolean over = ended != null && !ended.at().isAfter(end);
        boolean taken =
            facts.decisions().stream()
                .filter(one -> round.fact().round().equals(one.fact().round()))
                .anyMatch(one -> !one.at().isAfter(end));
        open += over ? 0 : 1;
        outcomes += over && outcome(ended) == RoundOutcome.ADOPTED && !taken ? 1 : 0;
      }
    }
    figures.put("rounds", open);
    figures.put("outcomes", outcomes);
  }
}
