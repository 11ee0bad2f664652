package nl.korf.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.korf.model.DecisionId;
import nl.korf.model.Party;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.BodyEvent.BodyRegistered;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.PeopleEvent.PersonRegistered;
import nl.korf.model.invariants.Awb;
import nl.korf.model.rules.Rule;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class ImportedDecisionTest {

  private static final Instant THEN = Instant.parse("2025-03-01T00:00:00Z");

  private final MemoryLedger ledger = new MemoryLedger(new ImportsFeature(Awb.RULES));

  @Test
  void anImportedDecisionKeepsAllTheSourceSaysOfItsLife() {
    ledger.given(new PersonRegistered(Estate.MINISTER, false), THEN);
    ledger.given(
        new BodyRegistered(
            Estate.BODY, Estate.name("Minister"), Estate.oin(), "minister", null, null),
        THEN);
    DecisionTaken told =
        new DecisionTaken(
            new DecisionId("d-then"),
            null,
            Estate.name("Lease"),
            Rule.UNKNOWN,
            Estate.MINISTER,
            Party.of(Estate.BODY),
            Estate.BODY,
            null,
            new CompetenceProof(Verdict.UNKNOWN, 0, null, List.of(), null, Map.of()),
            List.of(),
            List.of(),
            null,
            THEN,
            THEN.plus(Duration.ofDays(900)),
            THEN.plus(Duration.ofDays(365)),
            null,
            null,
            Estate.BODY,
            null);

    DecisionTaken recorded =
        (DecisionTaken)
            ledger
                .send(new RecordImportedFact(told, THEN, "set", "file.csv", 1, List.of(), Map.of()))
                .getFirst();

    assertThat(recorded).usingRecursiveComparison().ignoringFields("competence").isEqualTo(told);
  }
}
