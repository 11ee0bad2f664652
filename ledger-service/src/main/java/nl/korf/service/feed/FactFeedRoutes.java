package nl.korf.service.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.HeadSignal;
import nl.korf.eventstore.PgEventStorageEngine;
import nl.korf.eventstore.StoredFact;
import nl.korf.model.ModelJson;
import nl.korf.service.identity.Presence;
import nl.korf.service.web.Fault;
import nl.korf.service.web.InvalidRequest;
import nl.korf.service.web.Limits;
import nl.korf.service.web.WebHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import tools.jackson.databind.node.ArrayNode;

/** Every fact as an event, to pull or to be streamed. */
@RestController
@ConditionalOnWebApplication
@Tag(name = "facts", description = "Every fact in order.")
class FactFeedRoutes {

  private static final String BATCH = "application/cloudevents-batch+json";
  private static final int LIMIT_DEFAULT = 100;
  private static final int LIMIT_MAX = 1_000;
  private static final int WAIT_SECONDS_MAX = 30;
  private static final Logger LOG = LoggerFactory.getLogger(FactFeedRoutes.class);

  private final FactLog log;
  private final HeadSignal head;
  private final FactEvents events;
  private final Addresses addresses;
  private final Presence presence;
  private volatile boolean open = true;

  FactFeedRoutes(
      PgEventStorageEngine engine, FactEvents events, Addresses addresses, Presence presence) {
    this.log = engine.factLog();
    this.head = engine.headSignal();
    this.events = events;
    this.addresses = addresses;
    this.presence = presence;
  }

  @GetMapping(path = "/v1/facts", produces = BATCH)
  @Operation(
      summary = "Every fact after a position, in order, as events of CloudEvents 1.0",
      description =
          "wait: where there is none yet, the answer comes with the first one, or empty after so"
              + " many seconds (at most 30). Link leads on; Ledger-Position is that of the last"
              + " fact looked at.")
  ResponseEntity<byte[]> batch(
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(defaultValue = "0") int wait,
      HttpServletRequest request)
      throws InterruptedException {
    if (wait < 0 || wait > WAIT_SECONDS_MAX) {
      throw new InvalidRequest(
          "wait", Fault.WRONG_VALUE, "value", Integer.toString(wait), "expected", "0 … 30");
    }
    int most = Limits.of(limit, LIMIT_DEFAULT, LIMIT_MAX);
    long begin = Math.max(0, after);
    if (wait > 0) {
      head.awaitBeyond(begin, Duration.ofSeconds(wait));
    }
    List<StoredFact> facts = log.read(begin, most);
    String base = addresses.of(request);
    ArrayNode batch = ModelJson.mapper().createArrayNode();
    facts.forEach(fact -> batch.add(events.of(fact, base)));
    long last = facts.isEmpty() ? begin : facts.getLast().position();
    return ResponseEntity.ok()
        .header(WebHeaders.LEDGER_POSITION, Long.toString(last))
        .header(
            HttpHeaders.LINK, "</v1/facts?after=%d&limit=%d>; rel=\"next\"".formatted(last, most))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_TYPE, BATCH)
        .body(ModelJson.mapper().writeValueAsBytes(batch));
  }

  @GetMapping(path = "/v1/facts", produces = "text/event-stream")
  @Operation(
      summary = "Every fact after a position, and each that comes, as server-sent events",
      description =
          "The data of each is an event of CloudEvents 1.0, its id the position; Last-Event-ID goes"
              + " on behind it.")
  void stream(
      @RequestParam(required = false) @Nullable Long after,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    Long begin = lastEventId == null ? after : lastEventId;
    ShallowEtagHeaderFilter.disableContentCaching(request);
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    FactStream stream =
        new FactStream(log, head, fact -> events.of(fact, addresses.of(request)), () -> open);
    try {
      stream.write(
          begin == null ? head.refresh() : Math.max(0, begin),
          response.getOutputStream(),
          presence.of(request));
    } catch (IOException gone) {
      LOG.debug("A reader is gone: {}", gone.getMessage());
    }
  }

  /** Streams end when the application begins to stop, or it would wait for them. */
  @EventListener(ContextClosedEvent.class)
  void close() {
    open = false;
  }
}
