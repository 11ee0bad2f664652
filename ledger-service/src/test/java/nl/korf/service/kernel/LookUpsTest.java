package nl.korf.service.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookUpsTest {

  private static final int MANY = 40;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final AtomicInteger questions = new AtomicInteger();
  private final LookUps<Integer, String> lookUps = new LookUps<>(this::even);

  @AfterEach
  void close() {
    gate.countDown();
    threads.close();
  }

  @Test
  void everybodyGetsTheAnswerToWhatTheyAsked() throws Exception {
    gate.countDown();

    List<Future<Optional<String>>> answers = askMany();

    for (int key = 0; key < MANY; key++) {
      assertThat(answers.get(key).get()).isEqualTo(expected(key));
    }
  }

  @Test
  void whatCollectsDuringAQuestionIsAskedTogether() throws Exception {
    Future<Optional<String>> first = threads.submit(() -> lookUps.find(0));
    await().until(() -> questions.get() == 1);
    List<Future<Optional<String>>> answers = askMany();
    await().until(() -> lookUps.waiting() == MANY);

    gate.countDown();

    assertThat(first.get()).contains("0");
    for (int key = 0; key < MANY; key++) {
      assertThat(answers.get(key).get()).isEqualTo(expected(key));
    }
    assertThat(questions).hasValue(2);
  }

  /** The control: with nothing to collect behind, each is a question of its own. */
  @Test
  void oneAfterTheOtherAreAskedOneByOne() {
    gate.countDown();

    IntStream.range(0, MANY).forEach(lookUps::find);

    assertThat(questions).hasValue(MANY);
  }

  @Test
  void aFailureReachesEverybodyWhoAskedAndNobodyAfterThem() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    LookUps<Integer, String> failing =
        new LookUps<>(keys -> {
          if (asked.incrementAndGet() == 2) {
            throw new IllegalStateException("gone");
          }
          return even(keys);
        });
    Future<Optional<String>> first = threads.submit(() -> failing.find(0));
    await().until(() -> asked.get() == 1);
    List<Future<Optional<String>>> answers = ask(failing::find);
    await().until(() -> failing.waiting() == MANY);

    gate.countDown();

    assertThat(first.get()).contains("0");
    for (Future<Optional<String>> answer : answers) {
      assertThatThrownBy(answer::get)
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseMessage("gone");
    }
    assertThat(failing.find(2)).contains("2");
  }

  private List<Future<Optional<String>>> askMany() {
    return ask(lookUps::find);
  }

  private List<Future<Optional<String>>> ask(Function<Integer, Optional<String>> find) {
    List<Future<Optional<String>>> answers = new ArrayList<>();
    for (int key = 0; key < MANY; key++) {
      int asked = key;
      answers.add(threads.submit(() -> find.apply(asked)));
    }
    return answers;
  }

  private Map<Integer, String> even(Collection<Integer> keys) {
    questions.incrementAndGet();
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return keys.stream()
        .distinct()
        .filter(key -> key % 2 == 0)
        .collect(Collectors.toMap(key -> key, String::valueOf));
  }

  private static Optional<String> expected(int key) {
    return key % 2 == 0 ? Optional.of(String.valueOf(key)) : Optional.empty();
  }
}
