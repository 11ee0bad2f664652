package nl.korf.service.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.korf.eventstore.FactLog;
import nl.korf.model.ModelJson;
import nl.korf.model.PersonId;
import nl.korf.model.facts.RecordedFact;
import nl.korf.service.identity.Directory;
import nl.korf.service.kernel.LedgerFacts;
import nl.korf.service.testing.Browser;
import nl.korf.service.testing.TestApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** A folder taken in by browser, on a real ledger that begins empty. */
class ImportPagesTest {

  private static final int SOUND_FACTS = 6;
  private static final Pattern PLACE = Pattern.compile("/import/([0-9a-f]{64})");
  private static final String BOUNDARY = "between-the-parts";

  @TempDir Path temporary;

  private TestApplication application;

  @BeforeEach
  void start() {
    application = TestApplication.start();
  }

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void aFolderIsShownBeforeAnythingIsRecordedAndRecordedOnceHoweverOftenItIsConfirmed() {
    long before = head();

    HttpResponse<String> sent = send("tigers", Sent.folder(Folder.sound(temporary).path()));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
    String id = idOf(sent);
    assertThat(page(id))
        .contains("This would be recorded: 6 facts", "Record 6 facts", "Group formed")
        .doesNotContain("??");
    assertThat(head()).isEqualTo(before);

    assertThat(confirm(id).statusCode()).isEqualTo(302);
    confirm(id);
    assertThat(ended(id).path("state").asString()).isEqualTo("DONE");
    confirm(id);

    assertThat(head()).isEqualTo(before + SOUND_FACTS);
    assertThat(page(id)).contains("All of it is recorded").doesNotContain("??", "Go on");
    assertThat(application.part(Uploads.class).find(id)).as("what was sent is gone").isEmpty();
    assertThat(idOf(send("tigers", Sent.folder(temporary)))).isEqualTo(id);
    assertThat(head()).as("sent again").isEqualTo(before + SOUND_FACTS);
  }

  @Test
  void allThatIsWrongIsShownAtOnceAndNothingCanBeConfirmed() {
    Folder broken =
        Folder.sound(temporary)
            .with(
                "memberships.csv",
                "group,person,capacity,from,until",
                "tigers,ann,,2020-02-01,",
                "lions,ann,lead,2020-02-31,",
                "tigers,zoe,lead,2020-02-01,2019-01-01");
    long before = head();

    String id = idOf(send("tigers", Sent.folder(broken.path())));

    assertThat(page(id))
        .contains("This stands in the way: 5", "line 2", "column capacity", "2020-02-31")
        .contains("names something that is neither in the folder nor in the ledger")
        .doesNotContain("Record 6 facts", "??");
    assertThat(application.get("/import/" + id + "?lang=nl").body())
        .contains(
            "Dit staat in de weg: 5", "regel 2", "kolom capacity", "eindigt voordat het begint")
        .doesNotContain("ends before it starts", "??");
    assertThat(confirm(id).statusCode()).isEqualTo(422);
    assertThat(head()).isEqualTo(before);
    // the control: put right, the same way leads on
    send("tigers", Sent.folder(Folder.sound(temporary).path()));
    assertThat(page(idOf(send("tigers", Sent.folder(temporary))))).contains("Record 6 facts");
  }

  @Test
  void theSetRustTeamsBecomesTheSameFactsAsByTheCommand() {
    Path folder = RealData.folder("rust-teams");
    String id = idOf(send("rust-teams", Sent.folder(folder)));
    confirm(id);
    assertThat(ended(id).path("refused").asLong()).isZero();

    try (ImportLab lab = new ImportLab()) {
      ImportReport report = lab.run(folder);
      assertThat(report.exitCode()).isZero();
      List<String> byCommand = told(lab.facts(), sourceIds(lab, folder));
      List<String> byBrowser = told(facts(), sourceIds(folder));

      assertThat(byBrowser).hasSizeGreaterThan(6_000).isEqualTo(byCommand);
    }
  }

  @Test
  void oneImportAtATime() throws Exception {
    String id = idOf(send("tigers", Sent.folder(Folder.sound(temporary).path())));

    try (AutoCloseable _ = application.part(ImportRuns.class).takeRight().orElseThrow()) {
      HttpResponse<String> refused = confirm(id);

      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(refused.body()).contains("Another import is under way");
    }
    assertThat(head()).isEqualTo(1);

    // the control: with the right given back it is taken
    assertThat(confirm(id).statusCode()).isEqualTo(302);
    assertThat(ended(id).path("recorded").asLong()).isEqualTo(SOUND_FACTS);
  }

  @Test
  void itStopsBetweenBatchesAndGoesOnWhenItIsAskedTo() {
    Path folder = RealData.folder("rust-teams");
    String id = idOf(send("rust-teams", Sent.folder(folder)));
    long facts = 6_582;

    confirm(id);
    await().atMost(Duration.ofMinutes(1)).until(() -> progress(id).path("recorded").asLong() > 0);
    assertThat(post("/import/" + id + "/stops").statusCode()).isEqualTo(302);
    JsonNode stopped = ended(id);

    assertThat(stopped.path("state").asString()).isEqualTo("STOPPED");
    assertThat(stopped.path("recorded").asLong()).isBetween(1L, facts - 1);
    assertThat(page(id)).contains("It was stopped", "Go on").doesNotContain("??");

    confirm(id);
    JsonNode whole = ended(id);
    assertThat(whole.path("state").asString()).isEqualTo("DONE");
    assertThat(whole.path("already").asLong()).isEqualTo(stopped.path("recorded").asLong());
    assertThat(head()).isEqualTo(1 + facts);
  }

  @Test
  void anImportThatWasCutShortIsSaidToBeSoAndSendingTheSameGoesOn() {
    Upload upload =
        application
            .part(Uploads.class)
            .receive(Sent.folder(Folder.sound(temporary).path()), "tigers");
    ImportRuns runs = application.part(ImportRuns.class);
    runs.begin(upload, "registrar:test");
    runs.planned(upload.id(), SOUND_FACTS);
    application.part(Uploads.class).forget(upload.id());

    assertThat(page(upload.id()))
        .contains("cut short", "Send the same again to go on", "Send files")
        .doesNotContain("??", "Go on</button>");
    assertThat(progress(upload.id()).path("state").asString()).isEqualTo("INTERRUPTED");

    String id = idOf(send("tigers", Sent.folder(temporary)));
    assertThat(id).isEqualTo(upload.id());
    confirm(id);
    assertThat(ended(id).path("recorded").asLong()).isEqualTo(SOUND_FACTS);
  }

  @Test
  void whatIsNotKeptAnyMoreIsSaidToBeGone() {
    HttpResponse<String> gone = application.get("/import/" + "0".repeat(64) + "?lang=en");

    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(gone.body()).contains("not known here (any more)", "Send it again");
    assertThat(confirm("0".repeat(64)).statusCode()).isEqualTo(404);
  }

  @Test
  void onlyARegistrarMay() {
    String person =
        ModelJson.mapper()
            .readTree(application.post("/v1/people", "{\"name\":\"Ann\"}").body())
            .path("person")
            .asString("");
    String id =
        person.isEmpty()
            ? ModelJson.mapper()
                .readTree(application.get("/v1/people").body())
                .at("/items/0/person")
                .asString()
            : person;
    String secret =
        ModelJson.mapper()
            .readTree(
                application
                    .post(
                        "/v1/tokens",
                        "{\"label\":\"ann\",\"person\":\"%s\",\"rights\":[]}".formatted(id))
                    .body())
            .path("secret")
            .asString();
    List<MultipartFile> files = Sent.folder(Folder.sound(temporary).path());

    HttpResponse<String> refused =
        application.send(
            application
                .request("/import")
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(Sent.form(BOUNDARY, files, "set", "tigers"))));

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(
            application
                .send(
                    application
                        .request("/import?lang=en")
                        .header("Authorization", "Bearer " + secret)
                        .GET())
                .body())
        .contains("Only a registrar can import")
        .doesNotContain("type=\"file\"");
    assertThat(application.send(application.request("/import").GET()).statusCode()).isEqualTo(401);
  }

  @Test
  void aBrowserSendsTheFormAsItStands() {
    try (Browser browser = new Browser(application.address("/"))) {
      browser.submit("/sign-in", "/sign-in", "token", application.token());
      List<MultipartFile> files = Sent.folder(Folder.sound(temporary).path());

      HttpResponse<String> sent =
          browser.submitFiles(
              "/import", "/import", BOUNDARY, csrf -> Sent.form(BOUNDARY, files, "_csrf", csrf));

      assertThat(sent.statusCode()).isEqualTo(422);
      assertThat(sent.body()).contains("Geef de set een naam");
      assertThat(
              browser
                  .submitFiles(
                      "/import",
                      "/import",
                      BOUNDARY,
                      csrf -> Sent.form(BOUNDARY, files, "_csrf", csrf, "set", "tigers"))
                  .statusCode())
          .isEqualTo(302);
      // the control: without the secret of the form it is another site that sends
      assertThat(
              browser
                  .submitFiles(
                      "/import",
                      "/import",
                      BOUNDARY,
                      _ -> Sent.form(BOUNDARY, files, "set", "tigers"))
                  .statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void aFolderThatIsTooLargeIsRefusedWithTheLimit() {
    Sent large = new Sent("people.csv", new byte[33 << 20]);

    HttpResponse<String> refused = send("tigers", List.of(large));

    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).contains("33554432");
  }

  private HttpResponse<String> send(String set, List<? extends MultipartFile> files) {
    return application.send(
        application
            .asRegistrar("/import?lang=en")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(Sent.form(BOUNDARY, files, "set", set))));
  }

  private HttpResponse<String> confirm(String id) {
    return post("/import/" + id);
  }

  private HttpResponse<String> post(String path) {
    return application.send(
        application.asRegistrar(path + "?lang=en").POST(BodyPublishers.noBody()));
  }

  private String page(String id) {
    return application.get("/import/" + id + "?lang=en").body();
  }

  private static String idOf(HttpResponse<String> sent) {
    return idOf(sent.headers().firstValue("Location").orElseGet(sent::body));
  }

  private static String idOf(String text) {
    Matcher place = PLACE.matcher(text);
    assertThat(place.find()).as(text).isTrue();
    return place.group(1);
  }

  private JsonNode progress(String id) {
    return ModelJson.mapper().readTree(application.get("/import/" + id + "/progress").body());
  }

  /** Its progress, once it runs no more. */
  private JsonNode ended(String id) {
    return await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> progress(id), run -> !run.path("state").asString().equals("RUNNING"));
  }

  private long head() {
    return application.part(FactLog.class).head();
  }

  private List<RecordedFact> facts() {
    List<RecordedFact> facts = new ArrayList<>();
    FactLog log = application.part(FactLog.class);
    log.scan(1, log.head(), stored -> facts.add(LedgerFacts.recorded(stored)));
    return facts;
  }

  private Map<String, String> sourceIds(Path folder) {
    Map<String, String> ids = new TreeMap<>();
    List<String> people = people(folder);
    application
        .part(Directory.class)
        .find("rust-teams", people)
        .forEach((source, person) -> ids.put(person.value(), source));
    assertThat(ids).hasSameSizeAs(people);
    return ids;
  }

  private static Map<String, String> sourceIds(ImportLab lab, Path folder) {
    Map<String, String> ids = new TreeMap<>();
    people(folder).forEach(id -> ids.put(lab.person("rust-teams", id).value(), id));
    return ids;
  }

  private static List<String> people(Path folder) {
    return RealData.rows(folder.resolve("people.csv")).stream()
        .map(row -> RealData.cell(row, "id"))
        .distinct()
        .toList();
  }

  /** What each fact says, with people as the source names them: their ids are random. */
  private static List<String> told(List<RecordedFact> facts, Map<String, String> sourceIds) {
    Pattern person = Pattern.compile("p-[0-9a-f-]{20,36}");
    return facts.stream()
        .map(fact ->
            person
                .matcher(
                    "%s %s %s"
                        .formatted(
                            fact.envelope().effectiveAt(), fact.envelope().imported(), fact.fact()))
                .replaceAll(found ->
                    Matcher.quoteReplacement(
                        sourceIds.getOrDefault(new PersonId(found.group()).value(), "?"))))
        .sorted()
        .toList();
  }
}
