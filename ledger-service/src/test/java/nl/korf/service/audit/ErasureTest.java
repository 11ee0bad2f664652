package nl.korf.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import nl.korf.service.testing.ProblemAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Personal parts are erased; facts and proofs stay. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureTest {

  private static final String BASIS =
      """
      {"legalBasis": {"text": "AVG art. 17(1)(b)"}}
      """;

  private AuditLab lab;

  @BeforeAll
  void start() {
    lab = new AuditLab();
    lab.record("municipality");
  }

  @AfterAll
  void stop() {
    lab.close();
  }

  /** Proposes an initiative with a text; the position of the fact that carries it. */
  private long withText(String name, String text) {
    lab.application()
        .post(
            "/v1/groups",
            """
            {"group":"g-%s","name":{"nl":"Team"},"kind":"team","organisation":"b-municipality"}
            """
                .formatted(name));
    var answer =
        lab.application()
            .post(
                "/v1/initiatives",
                """
                {"initiative":"i-%s","title":{"nl":"Initiatief"},"owner":"g-%s","text":"%s"}
                """
                    .formatted(name, name, text));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Objects.requireNonNull(
        lab.owner()
            .sql("select max(position) from ledger.event_personal")
            .query(Long.class)
            .single());
  }

  @Test
  void anErasedTextIsNowhereAndItsFactIsStillProved() {
    long position = withText("a", "Secret of somebody");
    assertThat(everything()).contains("Secret of somebody");

    var answer = lab.application().post("/v1/facts/" + position + "/erasures", BASIS);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    long head = Long.parseLong(answer.headers().firstValue("Ledger-Position").orElseThrow());
    assertThat(everything()).doesNotContain("Secret of somebody");
    assertThat(lab.application().get("/v1/facts/" + position).body())
        .contains("\"state\":\"erased\"")
        .doesNotContain("Secret of somebody");
    lab.signed(head);
    assertThat(lab.application().get("/v1/facts/" + position + "/proof").statusCode())
        .isEqualTo(200);
    assertThat(lab.progress().difference()).isNull();
  }

  private List<String> everything() {
    return lab
        .owner()
        .sql("select convert_from(bytes, 'UTF8') from ledger.event_personal")
        .query((row, _) -> row.getString(1))
        .list()
        .stream()
        .flatMap(json -> JsonMapper.shared().readTree(json).valueStream())
        .map(JsonNode::asString)
        .toList();
  }

  @Test
  void anErasureIsRefusedTwiceWithoutAPartAndWithoutARight() {
    long position = withText("b", "Another secret");
    String address = "/v1/facts/" + position + "/erasures";
    assertThat(lab.application().post(address + "?preview=true", BASIS).statusCode())
        .isEqualTo(200);
    assertThat(everything()).contains("Another secret");
    assertThat(lab.application().post(address, BASIS).statusCode()).isEqualTo(201);

    ProblemAnswer.of(lab.application().post(address, BASIS), 409, "already-so");
    ProblemAnswer.of(
        lab.application().post("/v1/facts/1/erasures", BASIS), 404, "nothing-to-erase");
    ProblemAnswer.of(
        lab.application().post("/v1/facts/999999/erasures", BASIS), 404, "nothing-to-erase");
    ProblemAnswer.of(lab.application().post(address, "{}"), 400, "invalid-request");
  }

  /** A crash between the fact and the deletion, and an older backup that is put back. */
  @Test
  void whatAFactSaysWasErasedIsDeletedByTheNextSweep() {
    long position = withText("c", "Kept by a crash");
    String row =
        Objects.requireNonNull(
            lab.owner()
                .sql(
                    "select encode(salt, 'hex') || ' ' || encode(bytes, 'hex')"
                        + " from ledger.event_personal where position = ?")
                .param(position)
                .query(String.class)
                .single());
    lab.application().post("/v1/facts/" + position + "/erasures", BASIS);
    lab.tamper(
        "insert into ledger.event_personal values (%d, decode('%s', 'hex'), decode('%s', 'hex'));"
                .formatted(position, row.split(" ")[0], row.split(" ")[1])
            + " delete from audit.erasure; update audit.swept set fact = 0");
    assertThat(everything()).contains("Kept by a crash");

    lab.application().part(Eraser.class).sweep();

    assertThat(everything()).doesNotContain("Kept by a crash");
    assertThat(lab.application().part(Eraser.class).latest(10)).isNotEmpty();
  }

  /** The control: a part that goes without a fact is a difference. */
  @Test
  void aPartThatGoesWithoutAFactIsMissed() throws Exception {
    long position = withText("d", "Gone in silence");
    lab.tamper("create table kept as select * from ledger.event_personal");
    lab.tamper("delete from ledger.event_personal where position = " + position);

    lab.application().part(Verifications.class).start("test");

    assertThat(lab.stopped().position()).isEqualTo(position);
    assertThat(lab.stopped().part()).isEqualTo("personal");
    lab.tamper("insert into ledger.event_personal select * from kept where position = " + position);
    lab.application().part(Verifications.class).start("test");
    AuditLab.patiently().until(() -> lab.progress().difference() == null);
  }
}
