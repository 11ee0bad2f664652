package nl.korf.service.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.jackson.JsonFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import nl.korf.model.ModelJson;
import nl.korf.service.stack.WebLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The facts as other systems get them, read with the public SDK of CloudEvents. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactFeedTest {

  private static final String BATCH = "application/cloudevents-batch+json";
  private static final String OFFICER = "p-0d94857a08eeafbf9313";

  private WebLedger ledger;

  @BeforeAll
  void start() {
    ledger = new WebLedger();
  }

  @AfterAll
  void stop() {
    ledger.close();
  }

  @Test
  void everyFactIsAnEventOfTheProfile() {
    List<CloudEvent> events = batch("/v1/facts?limit=1000");

    assertThat(events)
        .extracting(event -> Long.parseLong(event.getId()))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
    for (CloudEvent event : events) {
      assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
      assertThat(event.getSource().toString()).startsWith("urn:");
      assertThat(event.getType()).matches("nl\\.korf\\.[a-z-]+\\.v[0-9]+");
      assertThat(event.getTime()).isNotNull();
      assertThat(event.getExtension("sequence"))
          .isEqualTo("%019d".formatted(Long.parseLong(event.getId())));
      assertThat(event.getExtensionNames()).containsExactly("sequence");
      assertThat(event.getDataContentType()).isEqualTo("application/json");
      assertThat(String.valueOf(event.getDataSchema())).contains("/v1/fact-schemas/");
    }
  }

  @Test
  void theFeedTellsNothingPersonal() {
    String all = ledger.get("/v1/facts?limit=1000", "Accept", BATCH).body();
    List<String> texts = new ArrayList<>();
    JsonNode stored =
        ModelJson.mapper()
            .readTree(ledger.get("/v1/facts?limit=1000", "Korf-Person", "registrar").body());
    for (JsonNode fact : stored.path("items")) {
      String text = fact.at("/personal/text").asString("");
      if (text.length() > 30) {
        ModelJson.mapper().readTree(text).forEach(one -> texts.add(one.asString()));
      }
    }

    assertThat(texts).isNotEmpty();
    assertThat(texts).noneMatch(all::contains);
    assertThat(all).contains("{\"personal\":true}");
  }

  @Test
  void whoWaitsHasTheNextFactWhenItIsThere() throws Exception {
    long head = head();
    CompletableFuture<List<CloudEvent>> waiting =
        CompletableFuture.supplyAsync(() -> batch("/v1/facts?wait=30&after=" + head));
    String initiative = proposed();

    List<CloudEvent> events = waiting.get(20, TimeUnit.SECONDS);

    assertThat(events).hasSize(1);
    assertThat(events.getFirst().getType()).isEqualTo("nl.korf.initiative-proposed.v1");
    assertThat(events.getFirst().getSubject()).isEqualTo("initiative:" + initiative);
  }

  @Test
  void aStreamGoesOnBehindTheLastFactItsReaderHad() throws Exception {
    long head = head();
    proposed();
    String second = proposed();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ledger.address() + "/v1/facts"))
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", Long.toString(head + 1))
            .build();
    try (HttpClient client = HttpClient.newHttpClient();
        BufferedReader lines = lines(client, request)) {
      CloudEvent event = next(lines);
      assertThat(event.getId()).isEqualTo(Long.toString(head + 2));
      assertThat(event.getSubject()).isEqualTo("initiative:" + second);
      String third = proposed();
      assertThat(next(lines).getSubject()).isEqualTo("initiative:" + third);
      client.shutdownNow();
    }
  }

  @Test
  void whoAsksForJsonHasTheFactsAsStored() {
    JsonNode page = ModelJson.mapper().readTree(ledger.get("/v1/facts?limit=2").body());

    assertThat(page.at("/items/1/header").asString()).contains("\"pos\":2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait=31", "wait=-1", "wait=long", "after=x"})
  void whatIsNoWaitIsRefused(String query) {
    assertThat(ledger.get("/v1/facts?" + query, "Accept", BATCH).statusCode()).isEqualTo(400);
  }

  private List<CloudEvent> batch(String path) {
    List<CloudEvent> events = new ArrayList<>();
    ModelJson.mapper()
        .readTree(ledger.get(path, "Accept", BATCH).body())
        .forEach(event -> events.add(read(event.toString())));
    return events;
  }

  private static CloudEvent read(String json) {
    return new JsonFormat().deserialize(json.getBytes(StandardCharsets.UTF_8));
  }

  private static BufferedReader lines(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    InputStream body = client.send(request, BodyHandlers.ofInputStream()).body();
    return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  private static CloudEvent next(BufferedReader lines) throws IOException {
    String line = Objects.requireNonNull(lines.readLine());
    while (!line.startsWith("data: ")) {
      line = Objects.requireNonNull(lines.readLine());
    }
    return read(line.substring("data: ".length()));
  }

  private long head() {
    return ModelJson.mapper().readTree(ledger.get("/v1/ledger").body()).path("position").asLong();
  }

  private String proposed() {
    String initiative = "feed-" + UUID.randomUUID();
    String body =
        "{\"initiative\": \""
            + initiative
            + "\", \"owner\": \"wg-stationskwartier\","
            + " \"title\": {\"nl\": \"Huur van een depot\"}}";
    assertThat(ledger.post(OFFICER, UUID.randomUUID(), "/v1/initiatives", body).statusCode())
        .isEqualTo(201);
    return initiative;
  }
}
