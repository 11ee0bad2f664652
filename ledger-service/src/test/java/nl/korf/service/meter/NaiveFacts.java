package nl.korf.service.meter;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.korf.model.BodyId;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.Party;
import nl.korf.model.facts.BodyEvent.BodyRegistered;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.model.facts.GroupEvent.GroupMoved;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.facts.InitiativeEvent.InitiativeTransferred;
import nl.korf.model.facts.RecordedFact;
import org.jspecify.annotations.Nullable;

/**
 * Facts in the order in which they hold, and whose they are; what comes after the instant is there.
 */
final class NaiveFacts {

  /** A fact of one type and when it holds. */
  record Dated<F extends Fact>(F fact, Instant at) {}

  private final List<RecordedFact> facts;
  private final Instant on;
  private final @Nullable BodyId organisation;
  private final Map<Class<?>, List<?>> byType = new HashMap<>();
  private final Map<String, Optional<String>> homes = new HashMap<>();
  private final Map<InitiativeId, Optional<GroupId>> owners = new HashMap<>();

  NaiveFacts(List<RecordedFact> facts, Instant on, @Nullable BodyId organisation) {
    this.facts =
        facts.stream()
            .sorted(
                Comparator.comparing((RecordedFact fact) -> fact.envelope().effectiveAt())
                    .thenComparingLong(RecordedFact::position))
            .toList();
    this.on = on;
    this.organisation = organisation;
  }

  boolean ours(DecisionTaken taken) {
    Party work = taken.decidedFor();
    String home = null;
    if (work != null && work.kind() == Party.Kind.GROUP) {
      home = home(new GroupId(work.id()));
    } else if (work != null && work.kind() == Party.Kind.BODY) {
      home = work.id();
    }
    if (home == null && taken.initiative() != null) {
      GroupId owner = ownerOf(taken.initiative());
      home = owner == null ? null : home(owner);
    }
    BodyId principal = taken.principal();
    return within(home == null && principal != null ? principal.value() : home);
  }

  @Nullable GroupId ownerOf(InitiativeId id) {
    return owners.computeIfAbsent(id, _ -> Optional.ofNullable(owner(id))).orElse(null);
  }

  private @Nullable GroupId owner(InitiativeId id) {
    GroupId owner = null;
    for (Dated<Fact> one : all(Fact.class)) {
      if (one.fact() instanceof InitiativeProposed proposed && proposed.initiative().equals(id)) {
        owner = proposed.owner();
      } else if (one.fact() instanceof InitiativeTransferred transferred
          && transferred.initiative().equals(id)
          && !one.at().isAfter(on)) {
        owner = transferred.owner();
      }
    }
    return owner;
  }

  @Nullable String home(@Nullable GroupId group) {
    if (group == null) {
      return null;
    }
    Optional<String> known = homes.get(group.value());
    if (known == null) {
      known = Optional.ofNullable(found(group));
      homes.put(group.value(), known);
    }
    return known.orElse(null);
  }

  private @Nullable String found(GroupId group) {
    GroupId above = null;
    for (Dated<Fact> one : all(Fact.class)) {
      if (one.fact() instanceof GroupFormed formed && formed.group().equals(group)) {
        if (formed.organisation() != null) {
          return formed.organisation().value();
        }
        above = formed.parent();
      } else if (one.fact() instanceof GroupMoved moved
          && moved.group().equals(group)
          && !one.at().isAfter(on)) {
        above = moved.parent();
      }
    }
    return above == null ? null : home(above);
  }

  boolean within(@Nullable String home) {
    if (organisation == null || organisation.value().equals(home)) {
      return true;
    }
    for (Dated<BodyRegistered> body : all(BodyRegistered.class)) {
      BodyId parent = body.fact().parent();
      if (body.fact().body().value().equals(home) && parent != null && within(parent.value())) {
        return true;
      }
    }
    return false;
  }

  List<Dated<DecisionTaken>> decisions() {
    return all(DecisionTaken.class).stream()
        .map(one -> {
          Instant works = one.fact().effectiveFrom();
          return works != null && works.isBefore(one.at())
              ? new Dated<>(one.fact(), micros(works))
              : one;
        })
        .toList();
  }

  @SuppressWarnings("unchecked")
  <F extends Fact> List<Dated<F>> all(Class<F> type) {
    return (List<Dated<F>>)
        byType.computeIfAbsent(
            type,
            _ ->
                facts.stream()
                    .filter(one -> type.isInstance(one.fact()))
                    .map(one ->
                        new Dated<>(type.cast(one.fact()), micros(one.envelope().effectiveAt())))
                    .toList());
  }

  static Instant micros(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
