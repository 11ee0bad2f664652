package nl.korf.service.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.korf.model.PersonId;
import nl.korf.model.Refused;
import nl.korf.model.Wording;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.LedgerEvent.LedgerFounded;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.knowledge.InMemoryKnowledge;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Criteria;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Feature;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/** A ledger in memory. Each act takes a minute, so that no two facts are of the same moment. */
public final class MemoryLedger {

  /** The registrar of the tests. */
  public static final Actor REGISTRAR = Actor.registrar("test");

  /** How long an act takes. */
  public static final Duration ACT = Duration.ofMinutes(1);

  private final Map<Class<?>, Verb<?>> verbs;
  private final List<RecordedFact> facts = new ArrayList<>();
  private List<Criteria> loaded = List.of();
  private @Nullable Instant notAfter;
  private Instant now = Instant.parse("2026-01-05T09:00:00Z");

  /** A ledger of one's own. */
  public MemoryLedger(Feature... features) {
    this(false, features);
  }

  public MemoryLedger(boolean example, Feature... features) {
    this.verbs =
        Stream.of(features)
            .flatMap(feature -> feature.verbs().stream())
            .collect(Collectors.toMap(Verb::command, Function.identity()));
    append(new LedgerFounded("urn:test", "Test", example), REGISTRAR, Decided.nothing());
  }

  /** Sends a command as the registrar. */
  public List<Fact> send(Command command) {
    return send(REGISTRAR, command);
  }

  /** Sends a command as a person. */
  public List<Fact> send(PersonId person, Command command) {
    return send(Actor.of(person), command);
  }

  /** Sends a command; its facts are recorded a minute later. */
  public List<Fact> send(Actor actor, Command command) {
    MemoryBoundary boundary = new MemoryBoundary(facts, now, actor, UUID.randomUUID());
    Decided decided;
    try {
      decided = decide(verb(command), command, boundary);
    } catch (Refused refused) {
      worded(refused);
      throw refused;
    } finally {
      loaded = boundary.loaded();
      now = now.plus(ACT);
    }
    notAfter = decided.notAfter();
    decided.facts().forEach(fact -> append(fact, actor, decided));
    return decided.facts();
  }

  /** The refusal of a command that must be refused. */
  public Refused refused(Actor actor, Command command) {
    try {
      List<Fact> accepted = send(actor, command);
      throw new AssertionError("accepted: " + accepted);
    } catch (Refused refused) {
      return refused;
    }
  }

  public Refused refused(PersonId person, Command command) {
    return refused(Actor.of(person), command);
  }

  public Refused refused(Command command) {
    return refused(REGISTRAR, command);
  }

  /** Puts a fact in as it is, as imported history would be. */
  public void given(Fact fact) {
    append(fact, REGISTRAR, Decided.nothing());
  }

  /** Puts a fact in that took effect earlier, and is recorded only now. */
  public void given(Fact fact, Instant effectiveAt) {
    append(fact, REGISTRAR, Decided.nothing().effectiveAt(effectiveAt));
  }

  /** Before which instant the last command's facts had to be recorded, if at all. */
  public @Nullable Instant lastNotAfter() {
    return notAfter;
  }

  /** The last command's criteria. */
  public List<Criteria> loaded() {
    return loaded;
  }

  /** Whether a fact of this kind would have been in the way of the last command. */
  public boolean dependsOn(Fact fact) {
    RecordedFact recorded = recorded(fact, REGISTRAR, Decided.nothing());
    return loaded.stream().anyMatch(criteria -> MemoryBoundary.matches(criteria, recorded));
  }

  public Instant now() {
    return now;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  public List<RecordedFact> facts() {
    return List.copyOf(facts);
  }

  /** What the facts say at a position about an instant. */
  public Knowledge knowledge(long position, Instant on) {
    return InMemoryKnowledge.of(facts, position, on);
  }

  private Verb<?> verb(Command command) {
    Verb<?> verb = verbs.get(command.getClass());
    if (verb == null) {
      throw new IllegalArgumentException("no verb for " + command);
    }
    return verb;
  }

  private static <C extends Command> Decided decide(
      Verb<C> verb, Command command, MemoryBoundary boundary) {
    return verb.decide(verb.command().cast(command), boundary);
  }

  private void append(Fact fact, Actor actor, Decided decided) {
    facts.add(recorded(fact, actor, decided));
  }

  private RecordedFact recorded(Fact fact, Actor actor, Decided decided) {
    Instant effective = decided.effectiveAt() == null ? now : decided.effectiveAt();
    Envelope envelope =
        new Envelope(
            facts.size() + 1L,
            now,
            effective,
            actor.toString(),
            decided.onBehalfOf(),
            null,
            null,
            null);
    return new RecordedFact(envelope, fact);
  }

  /** Every sentence of a refusal is complete: no value it names is missing. */
  private static void worded(Refused refused) {
    for (Refused.Reason reason : refused.reasons()) {
      List<String> missing =
          Wording.in("en").names(reason.refusal()).stream()
              .filter(name -> !reason.values().containsKey(name) && !name.equals("principal"))
              .toList();
      if (!missing.isEmpty()) {
        throw new AssertionError(reason + " does not say " + missing);
      }
    }
  }
}
