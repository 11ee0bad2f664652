package nl.korf.model.directives;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import nl.korf.model.DirectiveId;
import nl.korf.model.GroupId;
import nl.korf.model.LegalReference;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Subject;
import nl.korf.model.facts.DirectiveEvent.DirectiveExtended;
import nl.korf.model.facts.DirectiveEvent.DirectiveIssued;
import nl.korf.model.facts.DirectiveEvent.DirectiveLifted;
import nl.korf.model.facts.DirectiveEvent.DirectiveType;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.view.DirectiveRows.DirectiveRow;
import nl.korf.model.view.DirectiveRows.DirectiveState;
import nl.korf.model.view.Evolution;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Segment;
import nl.korf.model.view.Timeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which directives are in force at any position and instant, against a model that knows nothing of
 * timelines; facts come late, at the same instants, and after a directive ended.
 */
class InForceAgainstNaiveModelTest {

  private static final int HISTORIES = 300;
  private static final int FACTS_MAX = 12;
  private static final int HOURS = 20;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Subject TARGET = Subject.of(new GroupId("team"));
  private static final PersonId BY = new PersonId("sam");

  private static Instant hour(int number) {
    return START.plusSeconds(3_600L * number);
  }

  /** Issued once somewhere, extended and lifted again and again, at hours by chance. */
  private static List<RecordedFact> history(DirectiveId id, SplittableRandom random) {
    int size = 1 + random.nextInt(FACTS_MAX);
    int issue = random.nextInt(size);
    List<RecordedFact> facts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Instant at = hour(random.nextInt(HOURS));
      Instant end = hour(random.nextInt(HOURS));
      Fact fact =
          i == issue
              ? issued(id, end)
              : random.nextInt(4) == 0
                  ? new DirectiveLifted(id, TARGET, BY, null)
                  : new DirectiveExtended(id, TARGET, BY, end, null);
      facts.add(
          new RecordedFact(
              new Envelope(i + 1L, hour(HOURS), at, "test", null, null, null, null), fact));
    }
    return facts;
  }

  private static DirectiveIssued issued(DirectiveId id, Instant end) {
    return new DirectiveIssued(
        id,
        DirectiveType.HOLD,
        TARGET,
        null,
        Party.parse("role:sg"),
        null,
        BY,
        null,
        null,
        LegalReference.cited("Awb art. 10:6"),
        end,
        null,
        null);
  }

  /** Goes through what is known in order of time, and remembers when it would lapse. */
  private static boolean naive(
      List<RecordedFact> facts, long position, Instant on, boolean lapses) {
    List<RecordedFact> known =
        facts.stream()
            .filter(fact -> fact.position() <= position)
            .filter(fact -> !fact.envelope().effectiveAt().isAfter(on))
            .sorted(
                Comparator.comparing((RecordedFact fact) -> fact.envelope().effectiveAt())
                    .thenComparingLong(RecordedFact::position))
            .toList();
    @Nullable Instant end = null;
    boolean lifted = false;
    for (RecordedFact recorded : known) {
      Instant at = recorded.envelope().effectiveAt();
      boolean runs = end != null && at.isBefore(end) && !lifted;
      if (recorded.fact() instanceof DirectiveIssued issued) {
        end = issued.expiresAt();
      } else if (runs && recorded.fact() instanceof DirectiveExtended longer) {
        end = later(end, longer.expiresAt());
      } else if (runs && recorded.fact() instanceof DirectiveLifted) {
        lifted = true;
      }
    }
    return end != null && !lifted && (!lapses || on.isBefore(end));
  }

  private static Instant later(@Nullable Instant one, Instant other) {
    return one != null && one.isAfter(other) ? one : other;
  }

  private static boolean folded(
      DirectiveId id, List<RecordedFact> facts, long position, Instant on) {
    List<RecordedFact> known = facts.stream().filter(f -> f.position() <= position).toList();
    Evolution evolution = Evolution.of(ReadModel.DIRECTIVES);
    return Timeline.fold(evolution, "directive/" + id, known)
        .on(on)
        .map(Segment::row)
        .filter(row -> ((DirectiveRow) row).state() == DirectiveState.IN_FORCE)
        .isPresent();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {61, 62, 63, 64})
  void aDirectiveIsInForceWhenANaiveModelSaysSo(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int inForce = 0;
    int otherwise = 0;
    for (int i = 0; i < HISTORIES; i++) {
      DirectiveId id = new DirectiveId("d-" + i);
      List<RecordedFact> facts = history(id, random);
      for (long position = 0; position <= facts.size(); position++) {
        for (int half = 0; half <= 2 * HOURS; half++) {
          Instant on = START.plusSeconds(1_800L * half);
          boolean expected = naive(facts, position, on, true);
          assertThat(folded(id, facts, position, on))
              .as("%s at %d on %s", facts, position, on)
              .isEqualTo(expected);
          inForce += expected ? 1 : 0;
          otherwise += expected == naive(facts, position, on, false) ? 0 : 1;
        }
      }
    }
    assertThat(inForce).as("times one was in force").isGreaterThan(HISTORIES);
    assertThat(otherwise).as("times a model that forgets to lapse is wrong").isPositive();
  }
}
