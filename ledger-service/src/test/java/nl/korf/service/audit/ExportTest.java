package nl.korf.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.korf.service.testing.ProblemAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is shown to others over HTTP is all a verifier needs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportTest {

  private AuditLab lab;
  private long head;

  @BeforeAll
  void start() {
    lab = new AuditLab();
    lab.record("municipality");
    lab.application()
        .post(
            "/v1/groups",
            """
            {"group":"g","name":{"nl":"Team"},"kind":"team","organisation":"b-municipality"}
            """);
    lab.application()
        .post(
            "/v1/initiatives",
            """
            {"initiative":"i","title":{"nl":"Plan"},"owner":"g","text":"Of somebody"}
            """);
    head = lab.record("a", 3);
    lab.signed(head);
  }

  @AfterAll
  void stop() {
    lab.close();
  }

  @Test
  void anExportHoldsEverythingAVerifierNeeds() throws Exception {
    Map<String, byte[]> files = unzipped("/v1/export");

    JsonNode about = json(files, "export.json");
    long size = about.get("size").longValue();
    assertThat(size).isGreaterThanOrEqualTo(head);
    Note checkpoint = Note.parse(text(files, "checkpoint"));
    VerifierKey key = VerifierKey.parse(about.get("keys").get(0).stringValue());
    assertThat(key.verifies(checkpoint)).isTrue();
    TreeBuilder tree = new TreeBuilder();
    List<JsonNode> facts = lines(files, "facts/000000001.ndjson");
    for (JsonNode fact : facts) {
      byte[] header = fact.get("header").stringValue().getBytes(StandardCharsets.UTF_8);
      tree.append(Merkle.leaf(header));
      JsonNode said = JsonMapper.shared().readTree(header);
      assertThat(said.get("ledger")).isEqualTo(about.get("ledger"));
      assertThat(said.get("payload").get("sha256").stringValue())
          .isEqualTo(sha256(fact.get("payload").stringValue()));
      assertThat(said.get("metadata").get("sha256").stringValue())
          .isEqualTo(sha256(fact.get("metadata").stringValue()));
    }
    assertThat(Checkpoint.parse(checkpoint.text()).root()).isEqualTo(tree.root());
    assertThat(files.get("tile/0/000.p/" + size)).isEqualTo(tree.edge(0).hashes());
    assertThat(files).containsKey("tile/entries/000.p/" + size);
    assertThat(lines(files, "checkpoints.ndjson").getLast().get("note").stringValue())
        .isEqualTo(text(files, "checkpoint"));
    JsonNode view = lines(files, "view-hashes.ndjson").getLast();
    assertThat(lab.application().get("/v1/ledger?at=" + size).body())
        .contains(view.get("hash").stringValue());
    assertThat(text(files, "facts/000000001.ndjson")).contains("Of somebody");
  }

  @Test
  void anExportWithoutPersonalPartsSaysWhereTheyWere() throws Exception {
    Map<String, byte[]> files = unzipped("/v1/export?personal=false");

    assertThat(text(files, "facts/000000001.ndjson"))
        .contains("\"withheld\":true")
        .doesNotContain("Of somebody", "\"salt\"");
  }

  @Test
  void anExportNeedsARight() {
    assertThat(lab.application().send(lab.application().request("/v1/export").GET()).statusCode())
        .isEqualTo(401);
    String secret =
        JsonMapper.shared()
            .readTree(
                lab.application()
                    .post("/v1/tokens", "{\"label\":\"reader\",\"actor\":\"reader\",\"rights\":[]}")
                    .body())
            .path("token")
            .asString();
    var refused =
        lab.application()
            .send(
                lab.application()
                    .request("/v1/export")
                    .header("Authorization", "Bearer " + secret)
                    .GET());
    assertThat(refused.statusCode()).isIn(401, 403);
  }

  @Test
  void everyFactIsProvedByWhatIsFetched() {
    Checkpoints.Published latest = lab.signed(head);
    for (long position = 1; position <= head; position++) {
      String proof = lab.application().get("/v1/facts/" + position + "/proof").body();
      int end = proof.indexOf("\n\n");
      List<String> lines = proof.substring(0, end).lines().toList();
      Checkpoint checkpoint = Checkpoint.parse(Note.parse(proof.substring(end + 2)).text());
      JsonNode fact =
          JsonMapper.shared().readTree(lab.application().get("/v1/facts/" + position).body());
      byte[] leaf = HexFormat.of().parseHex(fact.get("leafHash").stringValue());
      List<byte[]> path =
          lines.stream().skip(2).map(line -> Base64.getDecoder().decode(line)).toList();

      assertThat(lines.getFirst()).isEqualTo("c2sp.org/tlog-proof@v1");
      assertThat(lines.get(1)).isEqualTo("index " + (position - 1));
      assertThat(Proofs.included(position - 1, checkpoint.size(), leaf, path, checkpoint.root()))
          .isTrue();
    }
    assertThat(
            lab.application()
                .get("/v1/facts/1/proof?size=" + latest.size())
                .headers()
                .firstValue("Cache-Control"))
        .hasValueSatisfying(kept -> assertThat(kept).contains("immutable"));
    ProblemAnswer.of(lab.application().get("/v1/facts/99999/proof"), 404, "not-found");
    ProblemAnswer.of(lab.application().get("/v1/facts/1/proof?size=999999"), 404, "not-found");
    ProblemAnswer.of(lab.application().get("/v1/facts/1e400/proof"), 400, "invalid-request");
  }

  @Test
  void tilesAndTheCheckpointAreServedAsTheFormatSays() {
    HttpResponse<String> checkpoint = lab.application().get("/checkpoint");
    assertThat(checkpoint.headers().firstValue("Cache-Control")).hasValue("no-cache");
    long size = Checkpoint.parse(Note.parse(checkpoint.body()).text()).size();
    HttpResponse<String> tile = lab.application().get("/tile/0/000.p/" + size);
    assertThat(tile.statusCode()).isEqualTo(200);
    assertThat(tile.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(lab.application().get("/tile/entries/000.p/1").body()).contains("LedgerFounded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tile/0/000",
        "/tile/0/001",
        "/tile/0/000.p/255",
        "/tile/7/000.p/1",
        "/tile/0/x",
        "/tile",
        "/tile/entries/000",
        "/tile/0/x999/x999/x999/x999/x999/999",
        "/tile/0/%2e%2e/000"
      })
  void whatIsNotPublishedIsNotFound(String path) {
    assertThat(lab.application().get(path).statusCode()).isIn(400, 404);
  }

  @Test
  void checkpointsAndViewHashesAreGivenPageByPage() {
    List<Long> sizes = new ArrayList<>();
    long after = 0;
    while (true) {
      JsonNode page =
          JsonMapper.shared()
              .readTree(lab.application().get("/v1/checkpoints?limit=1&after=" + after).body());
      if (page.get("items").isEmpty()) {
        break;
      }
      after = page.get("last").longValue();
      sizes.add(after);
    }
    assertThat(sizes).isSorted().doesNotHaveDuplicates().contains(lab.checkpoints().size());
    JsonNode whole =
        JsonMapper.shared().readTree(lab.application().get("/v1/view-hashes?limit=1000").body());
    JsonNode one =
        JsonMapper.shared().readTree(lab.application().get("/v1/view-hashes?limit=1").body());
    assertThat(one.get("items").get(0)).isEqualTo(whole.get("items").get(0));
    ProblemAnswer.of(lab.application().get("/v1/checkpoints?limit=0"), 400, "invalid-request");
  }

  private Map<String, byte[]> unzipped(String path) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer =
          http.send(lab.application().asRegistrar(path).GET().build(), BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      Map<String, byte[]> files = new TreeMap<>();
      try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          files.put(entry.getName(), zip.readAllBytes());
        }
      }
      return files;
    }
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  private static JsonNode json(Map<String, byte[]> files, String name) {
    return JsonMapper.shared().readTree(text(files, name));
  }

  private static List<JsonNode> lines(Map<String, byte[]> files, String name) {
    return text(files, name).lines().map(line -> JsonMapper.shared().readTree(line)).toList();
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(Merkle.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
