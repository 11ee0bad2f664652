package nl.korf.service.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import nl.korf.eventstore.FactLog;
import nl.korf.model.DecisionId;
import nl.korf.model.InitiativeId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoundEvent.OutcomeComputed;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened to an initiative, in the order it came into force. */
@Component
final class Timeline {

  /** Most facts that are shown: the latest. */
  static final int FACTS_MAX = 500;

  private static final String PERSON = "person:";

  private final FactLog log;

  Timeline(FactLog log) {
    this.log = log;
  }

  /**
   * One fact.
   *
   * @param type of the fact, the key of its words
   * @param by who did it, or null where the ledger did
   * @param onBehalfOf the group or body it was done for, or null
   * @param href the page of what it brought about, or null
   * @param recordedLater whether it was recorded after the day it came into force
   */
  public record Entry(
      String type,
      Instant at,
      long position,
      @Nullable Said by,
      @Nullable Said onBehalfOf,
      @Nullable String href,
      boolean recordedLater) {}

  List<Entry> of(InitiativeId initiative, long position, Names.Spoken spoken) {
    List<RecordedFact> facts = TaggedFacts.upTo(position, "initiative=" + initiative, log);
    return facts.subList(Math.max(0, facts.size() - FACTS_MAX), facts.size()).stream()
        .sorted(
            Comparator.comparing((RecordedFact fact) -> fact.envelope().effectiveAt())
                .thenComparingLong(RecordedFact::position))
        .map(fact -> entry(fact, spoken))
        .toList();
  }

  private static Entry entry(RecordedFact fact, Names.Spoken spoken) {
    Envelope envelope = fact.envelope();
    String actor = envelope.actor();
    String party = envelope.onBehalfOf();
    return new Entry(
        FactTypes.nameOf(fact.fact()),
        envelope.effectiveAt(),
        fact.position(),
        actor.startsWith(PERSON)
            ? spoken.of(new PersonId(actor.substring(PERSON.length())))
            : decider(fact.fact(), spoken),
        party == null ? null : spoken.of(Party.parse(party)),
        href(fact.fact()),
        envelope.recordedAt().isAfter(envelope.effectiveAt().plus(Duration.ofDays(1))));
  }

  /** History that was imported names who decided in the fact itself. */
  private static @Nullable Said decider(Fact fact, Names.Spoken spoken) {
    return fact instanceof DecisionTaken taken && taken.decidedBy() != null
        ? spoken.of(taken.decidedBy())
        : null;
  }

  private static @Nullable String href(Fact fact) {
    return switch (fact) {
      case DecisionTaken taken -> page(taken.decision());
      case RoundOpened opened -> page(opened.round());
      case OutcomeComputed computed -> page(computed.round());
      default -> null;
    };
  }

  private static String page(DecisionId decision) {
    return "/decisions/" + decision;
  }

  private static String page(RoundId round) {
    return "/rounds/" + round;
  }
}
