package nl.korf.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.korf.model.notices.Reason;
import nl.korf.model.notices.RecipientRules;
import nl.korf.service.notices.Replayed;
import nl.korf.service.notices.StoredNotices;
import nl.korf.service.notices.TellingLab;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everybody told of every fact of the set kubernetes, stored and computed again. */
class KubernetesRecipientsTest {

  private static final RecipientRules RULES = new RecipientRules(Set.of());

  private static @Nullable ImportLab lab;
  private static SortedMap<Long, Map<String, List<String>>> stored = new TreeMap<>();

  @BeforeAll
  static void tells() throws InterruptedException {
    RealData.folder("kubernetes");
    ImportLab opened = new ImportLab();
    lab = opened;
    RealData.imported("kubernetes", opened);
    long started = System.nanoTime();
    try (TellingLab telling = opened.telling(RULES)) {
      assertThat(telling.follower().awaitTold(opened.head(), Duration.ofMinutes(10))).isTrue();
    }
    System.out.printf(
        "kubernetes: %d facts told in %d s%n",
        opened.head(), Duration.ofNanos(System.nanoTime() - started).toSeconds());
    stored = StoredNotices.all(opened.dataSource());
  }

  @AfterAll
  static void closes() {
    if (lab != null) {
      lab.close();
    }
  }

  @Test
  void whoeverIsStoredIsWhoeverIsComputedFromTheFacts() {
    assertThat(Replayed.differences(stored, computed(RULES))).isEmpty();
    assertThat(stored).hasSizeGreaterThan(1_000);
  }

  @Test
  void aRuleThatIsLeftOutIsFound() {
    assertThat(Replayed.differences(stored, computed(RULES.without(Reason.Kind.GROUP_OWNS))))
        .isNotEmpty()
        .allMatch(difference -> difference.contains("GROUP_OWNS"));
  }

  private static SortedMap<Long, Map<String, List<String>>> computed(RecipientRules rules) {
    ImportLab opened = Objects.requireNonNull(lab);
    return Replayed.recipients(opened.log(), opened.head(), rules);
  }
}
