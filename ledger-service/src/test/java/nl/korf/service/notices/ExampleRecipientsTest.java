package nl.korf.service.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import nl.korf.eventstore.FactLog;
import nl.korf.model.RoleId;
import nl.korf.model.notices.Reason;
import nl.korf.model.notices.RecipientRules;
import nl.korf.service.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everybody told of every fact of the example ledger, stored and computed again. */
class ExampleRecipientsTest {

  private static final RoleId AUDITOR = new RoleId("r-teammanager-bedrijfsvoering");

  private static TestApplication application;
  private static long head;

  @BeforeAll
  static void tells() throws InterruptedException {
    application = TestApplication.start("korf.example=true", "korf.notices.auditors=" + AUDITOR);
    head = application.part(FactLog.class).head();
    Notices notices = application.part(Notices.class);
    assertThat(notices.awaitTold(head, Duration.ofMinutes(3)))
        .as("told up to %d of %d, %s", notices.told(), head, notices.stopped())
        .isTrue();
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void whoeverIsStoredIsWhoeverIsComputedFromTheFacts() {
    assertThat(Replayed.differences(stored(), computed(rules()))).isEmpty();
    assertThat(stored()).hasSizeGreaterThan((int) head / 2);
  }

  @Test
  void aRuleThatIsLeftOutIsFound() {
    assertThat(Replayed.differences(stored(), computed(rules().without(Reason.Kind.HOLDS_BELOW))))
        .isNotEmpty()
        .allMatch(difference -> difference.contains("HOLDS_BELOW"));
  }

  @Test
  void mostReasonsOccurInTheExample() {
    Set<String> kinds = new TreeSet<>();
    stored()
        .values()
        .forEach(told ->
            told.values()
                .forEach(reasons ->
                    reasons.forEach(reason -> kinds.add(Reason.parse(reason).kind().name()))));

    assertThat(kinds)
        .contains(
            "NAMED",
            "HOLDS",
            "HOLDS_BELOW",
            "HOLDS_ABOVE",
            "GRANTED",
            "PRINCIPAL",
            "MEMBER",
            "GROUP_OWNS",
            "PROPOSED",
            "STAKEHOLDER",
            "ISSUED",
            "AUDITOR");
  }

  @Test
  void nobodyIsToldOfTheirOwnActByTheirPlace() {
    FactLog log = application.part(FactLog.class);
    SortedMap<Long, Map<String, List<String>>> stored = stored();
    log.scan(
        0,
        head,
        fact -> {
          String actor = String.valueOf(fact.meta("actor")).replaceFirst("^person:", "");
          assertThat(stored.getOrDefault(fact.position(), Map.of())).doesNotContainKey(actor);
        });
  }

  private static RecipientRules rules() {
    return new RecipientRules(Set.of(AUDITOR));
  }

  private static SortedMap<Long, Map<String, List<String>>> computed(RecipientRules rules) {
    return Replayed.recipients(application.part(FactLog.class), head, rules);
  }

  private static SortedMap<Long, Map<String, List<String>>> stored() {
    return StoredNotices.all(application.part(DataSource.class));
  }
}
