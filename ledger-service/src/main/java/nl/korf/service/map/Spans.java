package nl.korf.service.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.korf.projections.map.KnownMap;
import nl.korf.projections.map.KnownMap.DecisionPeriod;
import nl.korf.projections.map.KnownMap.InitiativePeriod;
import nl.korf.projections.map.KnownMap.ObjectionPeriod;
import nl.korf.projections.map.KnownMap.RoundPeriod;
import nl.korf.projections.map.KnownMap.SupersessionPeriod;
import nl.korf.projections.map.Period;

/** In which state every initiative was when, in effective time. */
final class Spans {

  private static final String OPEN = "OPEN";
  private static final String BLOCKED = "BLOCKED";
  private static final String IN_FORCE = "IN_FORCE";

  /** An initiative is in a state over a period. */
  record Span(State state, Period period) {}

  private final KnownMap known;
  private final Map<String, Map<State, List<Period>>> holds = new HashMap<>();

  private Spans(KnownMap known) {
    this.known = known;
  }

  /** The spans of each initiative, in order of time. */
  static Map<String, List<Span>> of(KnownMap known) {
    Spans spans = new Spans(known);
    spans.initiatives();
    spans.rounds();
    spans.decisions();
    Map<String, List<Span>> all = new HashMap<>();
    spans.holds.forEach((initiative, states) -> all.put(initiative, flat(states)));
    return all;
  }

  private void add(String initiative, State state, Collection<Period> periods) {
    holds
        .computeIfAbsent(initiative, _ -> new EnumMap<>(State.class))
        .computeIfAbsent(state, _ -> new ArrayList<>())
        .addAll(periods);
  }

  private void initiatives() {
    for (InitiativePeriod one : known.initiativePeriods()) {
      State state = one.withdrawn() ? State.WITHDRAWN : State.PROPOSED;
      add(one.initiative(), state, List.of(one.period()));
    }
  }

  private void rounds() {
    Map<String, List<RoundPeriod>> ofInitiative = new HashMap<>();
    Map<String, List<RoundPeriod>> ofRound = new HashMap<>();
    for (RoundPeriod round : known.rounds()) {
      ofInitiative.computeIfAbsent(round.initiative(), _ -> new ArrayList<>()).add(round);
      ofRound.computeIfAbsent(round.round(), _ -> new ArrayList<>()).add(round);
      if (round.state().equals(OPEN)) {
        add(round.initiative(), State.DELIBERATING, List.of(round.period()));
      }
    }
    for (ObjectionPeriod objection : known.objections()) {
      for (RoundPeriod round : ofRound.getOrDefault(objection.round(), List.of())) {
        Periods counts = counts(round, ofInitiative.getOrDefault(round.initiative(), List.of()));
        Periods stands = Periods.of(objection.period()).and(counts);
        add(round.initiative(), State.OBJECTION, stands.periods());
      }
    }
  }

  /** While objections in a round count: it is open, or blocked and no later round has opened. */
  private static Periods counts(RoundPeriod round, List<RoundPeriod> about) {
    if (round.state().equals(OPEN)) {
      return Periods.of(round.period());
    }
    if (!round.state().equals(BLOCKED)) {
      return Periods.NONE;
    }
    long next =
        about.stream()
            .filter(other -> !other.round().equals(round.round()) && other.state().equals(OPEN))
            .mapToLong(other -> other.period().from())
            .filter(opened -> opened >= round.period().from())
            .min()
            .orElse(Period.OPEN);
    return Periods.of(new Period(round.period().from(), Math.min(next, round.period().until())));
  }

  private void decisions() {
    Map<String, List<DecisionPeriod>> ofDecision = new HashMap<>();
    Map<String, List<SupersessionPeriod>> lost = new HashMap<>();
    known
        .decisions()
        .forEach(
            one -> ofDecision.computeIfAbsent(one.decision(), _ -> new ArrayList<>()).add(one));
    known
        .supersessions()
        .forEach(one -> lost.computeIfAbsent(one.decision(), _ -> new ArrayList<>()).add(one));
    for (DecisionPeriod one : known.decisions()) {
      if (one.initiative() != null && one.state().equals(IN_FORCE)) {
        Periods works = Periods.of(one.period());
        for (SupersessionPeriod by : lost.getOrDefault(one.decision(), List.of())) {
          works = works.without(place(by, ofDecision.getOrDefault(by.by(), List.of())));
        }
        add(one.initiative(), State.DECIDED, works.periods());
      }
    }
  }

  /** While a later decision stands in the place of an earlier one. */
  private static Periods place(SupersessionPeriod taken, List<DecisionPeriod> later) {
    Periods given =
        Periods.of(
            later.stream()
                .filter(one -> {
                  Long repealed = one.repealedAt();
                  return repealed != null && (taken.revives() || repealed <= taken.period().from());
                })
                .map(DecisionPeriod::period)
                .toList());
    return Periods.of(taken.period()).without(given);
  }

  /** One state at every moment. */
  private static List<Span> flat(Map<State, List<Period>> states) {
    Map<State, Periods> sets = new EnumMap<>(State.class);
    states.forEach((state, periods) -> sets.put(state, Periods.of(periods)));
    Periods there =
        Periods.of(
            List.of(State.PROPOSED, State.WITHDRAWN).stream()
                .flatMap(state -> sets.getOrDefault(state, Periods.NONE).periods().stream())
                .toList());
    TreeSet<Long> turns = new TreeSet<>();
    sets.values().stream()
        .flatMap(set -> set.periods().stream())
        .forEach(period -> turns.addAll(List.of(period.from(), period.until())));
    List<Span> spans = new ArrayList<>();
    for (Long turn : turns) {
      Long next = turns.higher(turn);
      if (next != null && there.contains(turn)) {
        append(spans, shown(sets, turn), new Period(turn, next));
      }
    }
    return spans;
  }

  private static State shown(Map<State, Periods> sets, long moment) {
    State shown = State.PROPOSED;
    for (Map.Entry<State, Periods> each : sets.entrySet()) {
      shown = each.getValue().contains(moment) ? each.getKey() : shown;
    }
    return shown;
  }

  private static void append(List<Span> spans, State state, Period period) {
    Span last = spans.isEmpty() ? null : spans.getLast();
    if (last != null && last.state() == state && last.period().until() == period.from()) {
      spans.set(
          spans.size() - 1, new Span(state, new Period(last.period().from(), period.until())));
    } else {
      spans.add(new Span(state, period));
    }
  }
}
