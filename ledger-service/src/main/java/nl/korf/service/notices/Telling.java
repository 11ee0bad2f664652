package nl.korf.service.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.StoredFact;
import nl.korf.model.PersonId;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.notices.Reason;
import nl.korf.model.notices.RecipientRules;
import nl.korf.model.notices.Recipients;
import nl.korf.model.notices.Relations;
import nl.korf.model.notices.Touched;
import nl.korf.projections.Reads;
import nl.korf.projections.knowledge.ReadModelRelations;
import nl.korf.service.kernel.LedgerFacts;
import org.jspecify.annotations.Nullable;

/** Works out what is to be told of a fact. For one thread. */
final class Telling {

  /**
   * How long before the ledger's latest fact something may have happened and still be news. What is
   * older (history brought in, or a ledger that had no notices) is stored as read and mailed to
   * nobody.
   */
  static final Duration NEWS = Duration.ofDays(90);

  /** Of several subscriptions for one address the soonest counts, then the first made. */
  private static final Comparator<Subscription> SOONEST =
      Comparator.comparing(Subscription::cadence)
          .thenComparing(Subscription::madeAt)
          .thenComparing(Subscription::subscription);

  private final Reads reads;
  private final Proposers proposers;
  private final RecipientRules rules;

  Telling(Reads reads, FactLog log, RecipientRules rules) {
    this.reads = reads;
    this.proposers = new Proposers(log);
    this.rules = rules;
  }

  /**
   * What is told of one fact.
   *
   * @param news whether it counts as unread
   */
  record Told(
      StoredFact fact,
      boolean news,
      Map<PersonId, SortedSet<Reason>> reasons,
      List<Delivery> deliveries) {}

  /** What a fact is about and what a condition sees of it. */
  record Seen(
      RecordedFact fact,
      Relations world,
      Touched touched,
      Supplier<Map<String, Object>> variables) {}

  Seen see(StoredFact stored) {
    RecordedFact fact = LedgerFacts.recorded(stored);
    Relations world =
        new ReadModelRelations(reads, fact.position(), fact.envelope().recordedAt(), proposers);
    Touched touched = Touched.by(fact, world);
    return new Seen(fact, world, touched, once(() -> FactVariables.of(stored, fact, touched)));
  }

  Recipients recipients(Seen seen) {
    return rules.of(seen.fact(), seen.world());
  }

  /** All that is to be told: by place, and to whoever follows. */
  Told of(StoredFact stored, SubscriptionIndex index, Instant latest, Instant now) {
    Seen seen = see(stored);
    Recipients byPlace = recipients(seen);
    Map<PersonId, SortedSet<Reason>> reasons = new LinkedHashMap<>();
    byPlace.reasons().forEach((person, those) -> reasons.put(person, new TreeSet<>(those)));
    List<Subscription> matched =
        new ArrayList<>(index.matching(stored.position(), seen.touched(), seen.variables()));
    matched.forEach(one -> follow(one, reasons));
    for (PersonId person : byPlace.reasons().keySet()) {
      matched.addAll(index.concerning(person, stored.position(), seen.touched(), seen.variables()));
    }
    boolean news = isNews(seen.fact().envelope(), latest);
    return new Told(stored, news, reasons, deliveries(stored.position(), matched, news, now));
  }

  /** The same for one subscription that asked for facts before it was made. */
  Told afterwards(StoredFact stored, Subscription one, Instant latest, Instant now) {
    SubscriptionIndex only = new SubscriptionIndex();
    only.put(one);
    Seen seen = see(stored);
    Map<PersonId, SortedSet<Reason>> reasons = new LinkedHashMap<>();
    List<Subscription> matched =
        new ArrayList<>(only.matching(stored.position(), seen.touched(), seen.variables()));
    matched.forEach(match -> follow(match, reasons));
    List<Subscription> concerned =
        only.concerning(one.person(), stored.position(), seen.touched(), seen.variables());
    if (!concerned.isEmpty() && recipients(seen).reasons().containsKey(one.person())) {
      matched.addAll(concerned);
    }
    boolean news = isNews(seen.fact().envelope(), latest);
    return new Told(stored, news, reasons, deliveries(stored.position(), matched, news, now));
  }

  private static void follow(Subscription one, Map<PersonId, SortedSet<Reason>> reasons) {
    reasons
        .computeIfAbsent(one.person(), _ -> new TreeSet<>())
        .add(
            new Reason(
                Reason.Kind.FOLLOWS, one.followed().toString(), one.subscription().toString()));
  }

  private static boolean isNews(Envelope envelope, Instant latest) {
    Instant happened =
        envelope.effectiveAt().isBefore(envelope.recordedAt())
            ? envelope.effectiveAt()
            : envelope.recordedAt();
    return happened.isAfter(latest.minus(NEWS));
  }

  private record Address(PersonId person, Channel channel, String target) {}

  private static List<Delivery> deliveries(
      long position, List<Subscription> matched, boolean news, Instant now) {
    Map<Address, Delivery> due = new LinkedHashMap<>();
    matched.stream()
        .filter(one -> one.channel() == Channel.WEBHOOK || (news && one.channel() != Channel.INBOX))
        .sorted(SOONEST)
        .forEach(one ->
            due.putIfAbsent(
                new Address(one.person(), one.channel(), one.target()),
                delivery(position, one, now)));
    return List.copyOf(due.values());
  }

  private static Delivery delivery(long position, Subscription one, Instant now) {
    return new Delivery(
        position,
        one.person(),
        one.channel(),
        one.target(),
        one.subscription(),
        one.cadence(),
        one.language(),
        one.cadence().due(now));
  }

  private static <T> Supplier<T> once(Supplier<T> source) {
    Map<Boolean, T> kept = new HashMap<>();
    return () -> kept.computeIfAbsent(true, _ -> source.get());
  }

  /** A fact nothing can be told of: the telling stops before it. */
  record Failed(long position, String type, Throwable cause) {
    @Override
    public String toString() {
      return "position " + position + " (" + type + "): " + cause;
    }
  }

  /** What is told of some facts, up to one that fails. */
  record Batch(List<Told> told, @Nullable Failed failed) {}
}
