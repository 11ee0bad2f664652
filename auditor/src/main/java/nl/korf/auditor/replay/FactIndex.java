package nl.korf.auditor.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import nl.korf.model.BodyId;
import nl.korf.model.InitiativeId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.view.Evolution;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Timeline;

/**
 * The facts so far by what rules ask about, so that a question costs what it is about and not the
 * length of the history.
 */
final class FactIndex {

  private static final String PERSON = "person:";

  /** A decision that used a mandate. */
  record Use(DecisionTaken decision, Instant at, long position) {}

  private record Folded(int facts, Timeline timeline) {}

  private final List<Evolution> evolutions =
      List.of(
          Evolution.of(ReadModel.PEOPLE),
          Evolution.of(ReadModel.BODIES),
          Evolution.of(ReadModel.ROLES),
          Evolution.of(ReadModel.GROUPS),
          Evolution.of(ReadModel.POWERS),
          Evolution.of(ReadModel.MANDATES),
          Evolution.of(ReadModel.DECISIONS));
  private final Map<String, Evolution> evolutionOf = new HashMap<>();
  private final Map<String, List<RecordedFact>> facts = new HashMap<>();
  private final Map<String, Folded> folded = new HashMap<>();
  private final Map<PersonId, NavigableSet<String>> appointments = new HashMap<>();
  private final Map<Party, NavigableSet<MandateId>> held = new HashMap<>();
  private final Map<BodyId, NavigableSet<MandateId>> delegations = new HashMap<>();
  private final Map<MandateId, List<Use>> uses = new HashMap<>();
  private final Map<InitiativeId, PersonId> proposers = new HashMap<>();

  void add(RecordedFact fact) {
    for (Evolution evolution : evolutions) {
      for (String entity : evolution.entities(fact)) {
        evolutionOf.putIfAbsent(entity, evolution);
        facts.computeIfAbsent(entity, _ -> new ArrayList<>()).add(fact);
        appointment(entity);
      }
    }
    Fact what = fact.fact();
    if (what instanceof MandateGranted granted) {
      mandate(granted.mandate(), granted.terms());
    } else if (what instanceof SubMandateGranted granted) {
      mandate(granted.mandate(), granted.terms());
    } else if (what instanceof DecisionTaken taken) {
      use(taken, fact);
    } else if (what instanceof InitiativeProposed proposed) {
      String actor = fact.envelope().actor();
      if (actor.startsWith(PERSON)) {
        proposers.putIfAbsent(
            proposed.initiative(), new PersonId(actor.substring(PERSON.length())));
      }
    }
  }

  private void appointment(String entity) {
    if (entity.startsWith("appointment/")) {
      PersonId person = new PersonId(entity.substring(entity.lastIndexOf('/') + 1));
      appointments.computeIfAbsent(person, _ -> new TreeSet<>()).add(entity);
    }
  }

  private void mandate(MandateId mandate, MandateTerms terms) {
    held.computeIfAbsent(terms.holder(), _ -> byId()).add(mandate);
    if (terms.delegate() != null) {
      delegations.computeIfAbsent(terms.principal(), _ -> byId()).add(mandate);
      delegations.computeIfAbsent(terms.delegate(), _ -> byId()).add(mandate);
    }
  }

  private static NavigableSet<MandateId> byId() {
    return new TreeSet<>(java.util.Comparator.comparing(MandateId::value));
  }

  /** An act of the ledger counts from its recording, recorded history from its own time. */
  private void use(DecisionTaken taken, RecordedFact fact) {
    Instant at =
        fact.envelope().imported() == null
            ? fact.envelope().recordedAt()
            : fact.envelope().effectiveAt();
    for (MandateId mandate : taken.mandatesUsed()) {
      uses.computeIfAbsent(mandate, _ -> new ArrayList<>())
          .add(new Use(taken, at, fact.position()));
    }
  }

  /** What is known of an entity at a position. */
  Timeline timeline(String entity, long position) {
    List<RecordedFact> all = facts.getOrDefault(entity, List.of());
    Evolution evolution = evolutionOf.get(entity);
    if (evolution == null) {
      return Timeline.EMPTY;
    }
    int known = all.size();
    while (known > 0 && all.get(known - 1).position() > position) {
      known--;
    }
    Folded before = folded.get(entity);
    if (before == null || before.facts() != known) {
      before = new Folded(known, Timeline.fold(evolution, entity, all.subList(0, known)));
      folded.put(entity, before);
    }
    return before.timeline();
  }

  /** The facts about an entity, in order. */
  List<RecordedFact> about(String entity) {
    return List.copyOf(facts.getOrDefault(entity, List.of()));
  }

  NavigableSet<String> appointments(PersonId person) {
    return appointments.getOrDefault(person, new TreeSet<>());
  }

  NavigableSet<MandateId> held(Party holder) {
    return held.getOrDefault(holder, byId());
  }

  NavigableSet<MandateId> delegations(BodyId body) {
    return delegations.getOrDefault(body, byId());
  }

  List<Use> uses(MandateId mandate) {
    return uses.getOrDefault(mandate, List.of());
  }

  /** Who proposed an initiative; null where that was nobody in particular. */
  @org.jspecify.annotations.Nullable PersonId proposer(InitiativeId initiative) {
    return proposers.get(initiative);
  }
}
