package nl.korf.service.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.korf.model.ModelJson;
import nl.korf.service.stack.WebLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The stream of a whole application: facts come when pages show them, and nothing is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveOverHttpTest {

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
  void aFactIsToldWhenPagesShowIt() {
    try (EventSource source = new EventSource(ledger.address(), "", null)) {
      assertThat(source.next().name()).isEqualTo("hello");
      String initiative = proposed();

      EventSource.Event told = source.next();

      assertThat(told.name()).isEqualTo("fact");
      assertThat(told.data().path("type").asString()).isEqualTo("InitiativeProposed");
      assertThat(texts(told.data().path("about"))).contains("initiative:" + initiative);
      assertThat(told.data().path("states").get(0).path("node").asString())
          .isEqualTo("initiative:" + initiative);
      assertThat(ledger.page("/initiatives/" + initiative + "?at=" + told.id()).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void aStreamOpenedAgainGoesOnBehindTheLastEvent() {
    long head = json("/v1/ledger").path("position").asLong();
    proposed();
    proposed();
    told(head + 2);
    try (EventSource source =
        new EventSource(ledger.address(), "?after=1", Long.toString(head + 1))) {
      assertThat(source.next().id()).isEqualTo(head + 1);
      assertThat(source.next().id()).isEqualTo(head + 2);
    }
  }

  /** Waits until streams are told so far; one that is behind begins again where it is. */
  private void told(long position) {
    try (EventSource source = new EventSource(ledger.address(), "?after=" + (position - 1), null)) {
      long told = source.next().id();
      while (told < position) {
        told = source.next().id();
      }
    }
  }

  @Test
  void theStatesToldAreThoseOfTheMap() {
    JsonNode columns = json("/v1/views?at=400");
    Map<String, String> told = new TreeMap<>();
    try (EventSource source = new EventSource(ledger.address(), "?after=0", null)) {
      long head = json("/v1/ledger").path("position").asLong();
      EventSource.Event event = source.next();
      while (event.id() < head) {
        event = source.next();
        event
            .data()
            .path("states")
            .forEach(one -> told.put(one.path("node").asString(), said(one)));
      }
    }
    JsonNode now = json("/v1/views");

    assertThat(told)
        .isNotEmpty()
        .allSatisfy((node, spans) -> assertThat(spans).isEqualTo(mapped(now, node)));
    assertThat(told)
        .anySatisfy((node, spans) -> assertThat(spans).isNotEqualTo(mapped(columns, node)));
  }

  @Test
  void nothingPersonalIsTold() {
    List<String> names = new ArrayList<>();
    json("/v1/people?limit=20")
        .path("items")
        .forEach(one ->
            names.add(
                json("/v1/people/" + one.path("person").asString() + "/name")
                    .path("name")
                    .asString()));
    assertThat(names).hasSizeGreaterThan(5).doesNotContain("");
    StringBuilder all = new StringBuilder();
    try (EventSource source = new EventSource(ledger.address(), "?after=0", null)) {
      long head = json("/v1/ledger").path("position").asLong();
      EventSource.Event event = source.next();
      while (event.id() < head) {
        event = source.next();
        all.append(event.data());
      }
    }
    assertThat(all).contains("MandateGranted").doesNotContain(names);
  }

  @Test
  void aPositionThatIsNoneIsRefused() {
    assertThat(ledger.get("/v1/live", "Last-Event-ID", "yesterday").statusCode()).isEqualTo(400);
    assertThat(ledger.get("/v1/live?after=yesterday").statusCode()).isEqualTo(400);
  }

  private String proposed() {
    String initiative = "live-" + UUID.randomUUID();
    String body =
        "{\"initiative\": \""
            + initiative
            + "\", \"owner\": \"wg-stationskwartier\","
            + " \"title\": {\"nl\": \"Huur van een depot\"}}";
    int status = ledger.post(OFFICER, UUID.randomUUID(), "/v1/initiatives", body).statusCode();
    assertThat(status).isEqualTo(201);
    return initiative;
  }

  /** The spans of a told initiative: state, from, until. */
  private static String said(JsonNode standing) {
    StringBuilder said = new StringBuilder();
    for (JsonNode span : standing.path("spans")) {
      long from = span.path("from").asLong();
      String until = span.has("until") ? span.path("until").asString() : "open";
      said.append(span.path("state").asInt()).append(' ').append(from).append(' ').append(until);
      said.append('\n');
    }
    return said.toString();
  }

  /** The same, read from the columns of a map. */
  private static String mapped(JsonNode columns, String node) {
    List<String> ids = texts(columns.path("nodes").path("id"));
    JsonNode spans = columns.path("spans");
    long start = columns.path("start").asLong();
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < spans.path("node").size(); i++) {
      if (spans.path("node").get(i).asInt() == ids.indexOf(node)) {
        long from = start + spans.path("from").get(i).asLong();
        long lasts = spans.path("lasts").get(i).asLong();
        said.append(spans.path("state").get(i).asInt()).append(' ').append(from).append(' ');
        said.append(lasts == 0 ? "open" : Long.toString(from + lasts)).append('\n');
      }
    }
    return said.toString();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asString()));
    return texts;
  }

  private JsonNode json(String path) {
    return ModelJson.mapper().readTree(ledger.get(path).body());
  }
}
