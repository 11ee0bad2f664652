package nl.korf.eventstore;

import static nl.korf.eventstore.TestEvents.event;
import static nl.korf.eventstore.TestEvents.tagged;
import static nl.korf.eventstore.TestEvents.unchangedSince;
import static nl.korf.eventstore.TestLedger.append;
import static nl.korf.eventstore.TestLedger.await;
import static nl.korf.eventstore.TestLedger.refusal;
import static nl.korf.eventstore.TestLedger.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.junit.jupiter.api.Test;

/** A command id leads to facts at most once, whoever repeats it wherever. */
class CommandIdTest {

  private static final byte[] DIGEST = {1, 2, 3};
  private static final byte[] OTHER_DIGEST = {4, 5, 6};

  @Test
  void aRepeatIsAnsweredWithTheOriginalReceipt() {
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine node = ledger.node();
      AppendOptions options = command(UUID.randomUUID());
      AppendReceipt original =
          await(append(node, AppendCondition.none(), options, event("a"), event("b")));

      Throwable repeat = refusal(append(node, AppendCondition.none(), options, event("a")));

      assertThat(repeat)
          .isInstanceOfSatisfying(
              AlreadyRecorded.class,
              recorded -> assertThat(recorded.receipt()).isEqualTo(original));
      ledger.requireSound(2);
    }
  }

  @Test
  void aRepeatIsAnsweredEvenWhenItsOwnFactsChangedItsBoundary() {
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine node = ledger.node();
      AppendOptions options = command(UUID.randomUUID());
      AppendCondition condition = unchangedSince(0, tagged("seat=1"));
      await(append(node, condition, options, event("taken", "seat=1")));

      assertThat(refusal(append(node, condition, options, event("taken", "seat=1"))))
          .isInstanceOf(AlreadyRecorded.class);
    }
  }

  @Test
  void anIdWithOtherContentIsRefused() {
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine node = ledger.node();
      UUID id = UUID.randomUUID();
      await(append(node, AppendCondition.none(), command(id), event("a")));

      AppendOptions other = AppendOptions.NONE.withCommand(id, OTHER_DIGEST);
      assertThat(refusal(append(node, AppendCondition.none(), other, event("b"))))
          .isInstanceOf(CommandIdReused.class);
      ledger.requireSound(1);
    }
  }

  @Test
  void theSameCommandOnTwoNodesAtOnceIsRecordedOnce() {
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine one = ledger.node();
      PgEventStorageEngine other = ledger.node();
      int commands = 30;
      for (int i = 0; i < commands; i++) {
        AppendOptions options = command(UUID.randomUUID());
        assertThat(answers(one, other, options))
            .satisfiesOnlyOnce(answer -> assertThat(answer).isEqualTo("stored"))
            .allMatch(answer -> answer.equals("stored") || answer.startsWith("AlreadyRecorded"));
      }
      ledger.requireSound(commands);
    }
  }

  @Test
  void withoutACommandIdARepeatWouldBeRecordedAgain() {
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine one = ledger.node();
      PgEventStorageEngine other = ledger.node();

      assertThat(answers(one, other, AppendOptions.NONE)).containsOnly("stored");
    }
  }

  @Test
  void theLogKnowsWhatACommandLedTo() {
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine node = ledger.node();
      stored(node, event("before"));
      UUID id = UUID.randomUUID();
      await(append(node, AppendCondition.none(), command(id), event("a"), event("b")));

      assertThat(node.commandLog().find(id)).contains(new RecordedCommand(id, 2, 2, DIGEST));
      assertThat(node.commandLog().find(List.of(UUID.randomUUID(), id)))
          .isEqualTo(Map.of(id, new RecordedCommand(id, 2, 2, DIGEST)));
      assertThat(node.commandLog().find(UUID.randomUUID())).isEmpty();
    }
  }

  /** Four tries at once, two on each node: in one batch and across nodes. */
  private static List<String> answers(
      PgEventStorageEngine one, PgEventStorageEngine other, AppendOptions options) {
    List<CompletableFuture<AppendReceipt>> tries = new ArrayList<>();
    for (PgEventStorageEngine node : List.of(one, other, one, other)) {
      tries.add(append(node, AppendCondition.none(), options, event("a")));
    }
    List<String> answers = new ArrayList<>();
    for (CompletableFuture<AppendReceipt> attempt : tries) {
      Throwable refusal = refusal(attempt);
      answers.add(refusal == null ? "stored" : refusal.getClass().getSimpleName());
    }
    return answers;
  }

  private static AppendOptions command(UUID id) {
    return AppendOptions.NONE.withCommand(id, DIGEST);
  }
}
