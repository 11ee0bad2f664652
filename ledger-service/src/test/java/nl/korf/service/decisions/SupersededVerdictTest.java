package nl.korf.service.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.korf.eventstore.PgEventStorageEngine;
import nl.korf.model.MandateId;
import nl.korf.model.ModelJson;
import nl.korf.model.facts.FactJson;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit;
import nl.korf.service.decisions.TakeDecision.Supersedes;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Commands;
import nl.korf.service.kernel.Receipt;
import nl.korf.service.memory.Estate;
import nl.korf.service.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The verdict on a decision, recomputed from outside after another took its place, where the
 * mandate it was taken under has a cap: its own spending counts once, and is not given back.
 */
class SupersededVerdictTest {

  private static final MandateId CAPPED = new MandateId("m-capped");
  private static final long CAP = 100_000;
  private static final long OLD = 60_000;
  private static final long NEW = 30_000;

  private static TestApplication application;

  @BeforeAll
  static void start() {
    application = TestApplication.start();
    Estate.founding().forEach(command -> send(Actor.registrar("test"), command));
    send(
        Actor.of(Estate.MINISTER),
        Estate.grant(
            CAPPED,
            Estate.OFFICER_ROLE,
            Limit.cumulative(Estate.LEASE, Estate.euro(CAP), Bound.INCLUSIVE)));
    send(Actor.of(Estate.MEMBER), Estate.propose(Estate.INITIATIVE));
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void aSupersessionChangesNoVerdictAndALateFactChangesBoth() {
    Instant before = Instant.now();
    long taken = send(Actor.of(Estate.OFFICER), Estate.lease("d-old", OLD, 1)).lastPosition();
    long superseded = send(Actor.of(Estate.OFFICER), successor()).lastPosition();

    for (String decision : List.of("d-old", "d-new")) {
      JsonNode verdicts = get("/v1/decisions/" + decision).at("/verdicts");
      assertThat(verdicts.at("/status").stringValue()).as(decision).isEqualTo("COMPETENT");
      assertThat(verdicts.at("/asKnown/path/0/mandate").stringValue()).isEqualTo("m-capped");
      assertThat(verdicts.at("/differences")).as("%s", verdicts).isEmpty();
    }
    assertThat(get("/v1/decisions/d-old").at("/standing").stringValue()).isEqualTo("SUPERSEDED");
    spendingIsNotGivenBack(taken);

    revokedEarlier(before);
    for (String decision : List.of("d-old", "d-new")) {
      JsonNode now = get("/v1/decisions/" + decision).at("/verdicts");
      assertThat(now.at("/status").stringValue()).as(decision).isEqualTo("DEFECTIVE");
      assertThat(now.at("/then/verdict").stringValue()).isEqualTo("COMPETENT");
      assertThat(now.at("/asKnown/verdict").stringValue()).isEqualTo("NOT_COMPETENT");
      assertThat(
              get("/v1/decisions/%s?at=%d".formatted(decision, superseded))
                  .at("/verdicts/status")
                  .stringValue())
          .isEqualTo("COMPETENT");
    }
  }

  /** What is left of the cap: 40,000 when the old one was taken, 10,000 with the new one. */
  private static void spendingIsNotGivenBack(long taken) {
    JsonNode answer = compared(20_000, taken);
    assertThat(answer.at("/then/verdict").stringValue()).isEqualTo("COMPETENT");
    assertThat(answer.at("/now/verdict").stringValue()).isEqualTo("NOT_COMPETENT");
    assertThat(answer.at("/differences/0/about").stringValue()).isEqualTo("verdict");

    JsonNode fits = compared(CAP - OLD - NEW, taken);
    assertThat(fits.at("/now/verdict").stringValue()).isEqualTo("COMPETENT");
    assertThat(fits.at("/differences")).isEmpty();
  }

  private static JsonNode compared(long euro, long at) {
    String question =
        """
        {"person":"p-officer","power":"leases","kind":"PROXY","value":{"category":"lease",\
        "each":{"minor":%d,"currency":"EUR","vat":"EXCLUSIVE"},"times":1},"at":%d}\
        """
            .formatted(100 * euro, at);
    HttpResponse<String> answer = application.post("/v1/authority-comparisons", question);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return ModelJson.mapper().readTree(answer.body());
  }

  private static TakeDecision successor() {
    TakeDecision plain = Estate.lease("d-new", NEW, 1);
    return new TakeDecision(
        plain.decision(),
        plain.initiative(),
        plain.title(),
        plain.act(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(new Supersedes(Leases.id("d-old"), false)));
  }

  /** History that arrives late: the mandate had been withdrawn all along. */
  private static void revokedEarlier(Instant when) {
    FactJson.Encoded fact = FactJson.encode(new MandateRevoked(CAPPED, null, null));
    String batch =
        """
        {"facts": [{"set": "archive", "source": "mandates.csv:1", "key": "1", "type": "%s",
          "version": "%s", "payload": %s, "effectiveAt": "%s", "findings": []}]}
        """
            .formatted(
                fact.type(),
                fact.version(),
                new String(fact.payload(), StandardCharsets.UTF_8),
                when);
    HttpResponse<String> answer = application.post("/v1/import-batches", batch);
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  private static Receipt send(Actor actor, Command command) {
    return application.part(Commands.class).send(command, actor, UUID.randomUUID());
  }

  private static JsonNode get(String path) {
    long head = application.part(PgEventStorageEngine.class).freshHead();
    HttpResponse<String> answer =
        application.send(
            application.asRegistrar(path).header("Ledger-Min-Position", "" + head).GET());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return ModelJson.mapper().readTree(answer.body());
  }
}
