package nl.korf.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import nl.korf.eventstore.AckOracle.Range;
import org.junit.jupiter.api.Test;

class AckOracleTest {

  private final UUID append = UUID.randomUUID();
  private final AckOracle oracle = new AckOracle();

  @Test
  void whatWasAcknowledgedIsStoredWhereItWasSaidToBe() {
    oracle.tried(append);
    oracle.acknowledged(append, new Range(3, 4));

    assertThat(oracle.contradictions(Map.of(append, new Range(3, 4)))).isEmpty();
    assertThat(oracle.contradictions(Map.of()))
        .singleElement()
        .asString()
        .contains("acknowledged", append.toString());
    assertThat(oracle.contradictions(Map.of(append, new Range(4, 5)))).hasSize(1);
    assertThat(oracle.unanswered()).isEmpty();
  }

  @Test
  void whatWasRefusedIsNotStoredUnlessItsOutcomeWasUnknown() {
    UUID open = UUID.randomUUID();
    oracle.tried(append);
    oracle.tried(open);
    oracle.refused(append, "LedgerUnwritable");
    oracle.refused(open, "OutcomeUnknown");

    assertThat(oracle.contradictions(Map.of(open, new Range(1, 1)))).isEmpty();
    assertThat(oracle.contradictions(Map.of(append, new Range(1, 1)))).hasSize(1);
  }

  @Test
  void ofWhatWasNotAnsweredEitherMayBeTrue() {
    oracle.tried(append);

    assertThat(oracle.unanswered()).containsExactly(append);
    assertThat(oracle.contradictions(Map.of())).isEmpty();
    assertThat(oracle.contradictions(Map.of(append, new Range(1, 1)))).isEmpty();
  }

  @Test
  void whatWasFoundAfterAKillStaysSo() {
    UUID other = UUID.randomUUID();
    oracle.tried(append);
    oracle.tried(other);

    oracle.settle(Map.of(append, new Range(1, 2)));

    assertThat(oracle.unanswered()).isEmpty();
    assertThat(oracle.acknowledged()).as("told to the writer").isZero();
    assertThat(oracle.contradictions(Map.of(append, new Range(1, 2)))).isEmpty();
    assertThat(oracle.contradictions(Map.of(append, new Range(1, 2), other, new Range(3, 3))))
        .singleElement()
        .asString()
        .contains(other.toString());
  }

  @Test
  void whatNobodyTriedIsNotThere() {
    assertThat(oracle.contradictions(Map.of(append, new Range(1, 1)))).hasSize(1);
  }
}
