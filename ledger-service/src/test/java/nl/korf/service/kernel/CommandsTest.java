package nl.korf.service.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import nl.korf.eventstore.CommandIdReused;
import nl.korf.eventstore.EventEvolution;
import nl.korf.eventstore.EventStoreConfig;
import nl.korf.eventstore.PgEventStorageEngine;
import nl.korf.eventstore.testing.TestPostgres;
import nl.korf.model.GroupId;
import nl.korf.model.Identifier;
import nl.korf.model.LocalizedText;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.model.facts.GroupEvent.GroupRenamed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the kernel promises about every command, on a real database with two nodes. */
class CommandsTest {

  private static final Actor REGISTRAR = Actor.registrar("test");
  private static final int RACERS = 32;

  private static HikariDataSource pool;
  private static Node first;
  private static Node second;

  /** A node of the ledger. */
  private record Node(PgEventStorageEngine engine, CommandSide side, AtomicInteger attempts) {
    static Node on(HikariDataSource pool) {
      AtomicInteger attempts = new AtomicInteger();
      PgEventStorageEngine engine =
          new PgEventStorageEngine(
              pool, new LedgerFacts(), EventEvolution.none(), EventStoreConfig.of("urn:test"));
      Feature feature = () -> List.of(new Forming(), new Renaming(attempts));
      return new Node(
          engine, new CommandSide(engine, List.of(feature), Clock.systemUTC()), attempts);
    }

    Receipt send(Command command, UUID id) {
      return side.commands().send(command, REGISTRAR, id);
    }

    void close() {
      side.close();
      engine.close();
    }
  }

  private record Form(GroupId group, String name) implements Command {}

  /** Adds a letter to the name as it is; commands that queue do so one after another. */
  private record Lengthen(GroupId group, boolean queued) implements Command {}

  private static final class Forming implements Verb<Form> {
    @Override
    public Class<Form> command() {
      return Form.class;
    }

    @Override
    public Decided decide(Form command, Boundary boundary) {
      if (!boundary.facts(formed(command.group())).isEmpty()) {
        throw new Refused(Refusal.GROUP_ID_TAKEN);
      }
      LocalizedText name = LocalizedText.en(command.name());
      return Decided.facts(
          new GroupFormed(command.group(), name, "team", null, null, List.of(), null));
    }
  }

  private record Renaming(AtomicInteger attempts) implements Verb<Lengthen> {
    @Override
    public Class<Lengthen> command() {
      return Lengthen.class;
    }

    @Override
    public Decided decide(Lengthen command, Boundary boundary) {
      if (command.queued()) {
        boundary.queueOn("name of " + command.group());
      }
      attempts.incrementAndGet();
      if (boundary.facts(formed(command.group())).isEmpty()) {
        throw new Refused(Refusal.GROUP_UNKNOWN);
      }
      int length =
          boundary.facts(Criteria.tagged("group", command.group(), GroupRenamed.class)).size();
      LocalizedText longer = LocalizedText.en("x".repeat(length + 1));
      return Decided.facts(new GroupRenamed(command.group(), longer));
    }
  }

  private static Criteria formed(GroupId group) {
    return Criteria.tagged("group", group, GroupFormed.class);
  }

  @BeforeAll
  static void start() {
    pool = TestPostgres.ledger().pool(24);
    first = Node.on(pool);
    second = Node.on(pool);
  }

  @AfterAll
  static void stop() {
    first.close();
    second.close();
    pool.close();
  }

  @Test
  void aRepeatGetsTheOriginalReceiptOnEveryNode() {
    UUID id = UUID.randomUUID();
    Form form = new Form(new GroupId("repeated"), "Repeated");
    Receipt original = first.send(form, id);
    Receipt repeat = second.send(form, id);
    assertThat(repeat.repeated()).isTrue();
    assertThat(repeat.facts()).isEqualTo(original.facts());
    assertThat(repeat.answer()).isEqualTo(original.answer());
    assertThat(original.facts().getFirst().envelope().commandId()).isEqualTo(id.toString());
    assertThat(original.facts().getFirst().envelope().effectiveAt())
        .isEqualTo(original.recordedAt());
  }

  @Test
  void anIdIsNotForAnotherRequestOrAnotherActor() {
    UUID id = UUID.randomUUID();
    Form form = new Form(new GroupId("once"), "Once");
    first.send(form, id);
    assertThatThrownBy(() -> first.send(new Form(new GroupId("once"), "Twice"), id))
        .isInstanceOf(CommandIdReused.class);
    Actor other = Actor.registrar("other");
    assertThatThrownBy(() -> first.side().commands().send(form, other, id))
        .isInstanceOf(CommandIdReused.class);
  }

  @Test
  void ofManyRacersOnTwoNodesExactlyOneForms() throws Exception {
    AtomicInteger formed = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    race(node ->
        () -> {
          try {
            node.send(new Form(new GroupId("raced"), "Raced"), UUID.randomUUID());
            return formed.incrementAndGet();
          } catch (Refused taken) {
            return refused.incrementAndGet();
          }
        });
    assertThat(formed).hasValue(1);
    assertThat(refused).hasValue(RACERS - 1);
  }

  @Test
  void oneCommandSentManyTimesAtOnceLeadsToItsFactsOnce() throws Exception {
    UUID id = UUID.randomUUID();
    AtomicInteger originals = new AtomicInteger();
    race(node ->
        () -> {
          Receipt receipt = node.send(new Form(new GroupId("echo"), "Echo"), id);
          return receipt.repeated() ? 0 : originals.incrementAndGet();
        });
    assertThat(originals).hasValue(1);
    assertThat(first.engine().factLog().byTag("group=echo", 0, 10)).hasSize(1);
  }

  @Test
  void whatAnotherNodeHasJustRecordedIsNotRefused() {
    for (int round = 0; round < 20; round++) {
      GroupId group = new GroupId("fresh-" + round);
      first.send(new Form(group, "Fresh"), UUID.randomUUID());
      Receipt renamed = second.send(new Lengthen(group, false), UUID.randomUUID());
      assertThat(renamed.facts()).hasSize(1);
    }
  }

  @Test
  void whoQueuesOnAKeyDecidesOnceAndLosesNothing() throws Exception {
    GroupId group = new GroupId("queued");
    first.send(new Form(group, "Queued"), UUID.randomUUID());
    int before = first.attempts().get();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Receipt>> sent = new ArrayList<>();
      for (int i = 0; i < RACERS; i++) {
        sent.add(threads.submit(() -> first.send(new Lengthen(group, true), UUID.randomUUID())));
      }
      for (Future<Receipt> one : sent) {
        one.get();
      }
    }
    assertThat(first.attempts().get() - before).isEqualTo(RACERS);
    assertThat(first.engine().factLog().byTag("group=queued", 0, 100)).hasSize(RACERS + 1);
  }

  @Test
  void aDerivedIdIsWellFormedAndAlwaysTheSame() {
    UUID command = UUID.fromString("00000000-0000-4000-8000-000000000001");
    String id = DerivedId.of("group", command);
    assertThat(Identifier.isWellFormed(id)).isTrue();
    assertThat(id).hasSize("group-".length() + 26).isEqualTo(DerivedId.of("group", command));
    assertThat(id).isNotEqualTo(DerivedId.of("group", UUID.randomUUID()));
  }

  private interface Racer {
    Callable<Integer> on(Node node);
  }

  private static void race(Racer racer) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> racers = new ArrayList<>();
      for (int i = 0; i < RACERS; i++) {
        racers.add(racer.on(i % 2 == 0 ? first : second));
      }
      for (Future<Integer> done : threads.invokeAll(racers)) {
        done.get();
      }
    }
  }
}
