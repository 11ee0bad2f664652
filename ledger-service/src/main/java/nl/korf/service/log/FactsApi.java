package nl.korf.service.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.PgEventStorageEngine;
import nl.korf.eventstore.StoredFact;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Actor.Right;
import nl.korf.service.web.Fault;
import nl.korf.service.web.InvalidRequest;
import nl.korf.service.web.NotFound;
import nl.korf.service.web.WebHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every fact, in order, as stored: for replay, for other systems, for an auditor. */
@RestController
@RequestMapping("/v1/facts")
@Tag(name = "facts", description = "The ledger itself: every fact in order, as stored.")
class FactsApi {

  /** Most facts of one page. */
  static final int LIMIT_MAX = 1_000;

  private final FactLog log;

  FactsApi(PgEventStorageEngine engine) {
    this.log = engine.factLog();
  }

  @GetMapping
  @Operation(
      operationId = "listFacts",
      summary = "Facts after a position, in order",
      description =
          "Keep the position of the last fact and ask again with it: nothing is missed and nothing"
              + " comes twice. Personal parts are shown to whoever has the right to read them.")
  ResponseEntity<FactPage> facts(
      @Parameter(description = "Position after which to begin; 0 is the beginning", example = "0")
          @RequestParam(defaultValue = "0")
          long after,
      @Parameter(description = "Facts at most, 1 to 1000", example = "100")
          @RequestParam(defaultValue = "100")
          int limit,
      @Parameter(hidden = true) @Nullable Actor actor) {
    requireRange(after, limit);
    List<StoredFact> found = log.read(after, limit);
    boolean more = found.size() == limit;
    Long next = more ? (Long) found.getLast().position() : null;
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().headers(headers(after, limit, found));
    return answer.body(new FactPage(documents(found, mayReadPersonal(actor)), next));
  }

  @GetMapping("/{position}")
  @Operation(operationId = "getFact", summary = "The fact at a position")
  ResponseEntity<FactDocument> fact(
      @Parameter(description = "From 1", example = "1") @PathVariable long position,
      @Parameter(hidden = true) @Nullable Actor actor) {
    StoredFact found =
        log.at(position).orElseThrow(() -> new NotFound("fact at position " + position));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(WebHeaders.LEDGER_POSITION, Long.toString(position))
        .body(FactDocument.of(found, mayReadPersonal(actor)));
  }

  private static void requireRange(long after, int limit) {
    if (after < 0) {
      throw new InvalidRequest(
          "after", Fault.WRONG_VALUE, "value", Long.toString(after), "expected", "0, 1234");
    }
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new InvalidRequest(
          "limit", Fault.WRONG_VALUE, "value", Integer.toString(limit), "expected", "1 to 1000");
    }
  }

  private static HttpHeaders headers(long after, int limit, List<StoredFact> found) {
    HttpHeaders headers = new HttpHeaders();
    headers.setCacheControl(CacheControl.noStore());
    long last = found.isEmpty() ? after : found.getLast().position();
    headers.set(WebHeaders.LEDGER_POSITION, Long.toString(last));
    if (found.size() == limit) {
      headers.set(
          HttpHeaders.LINK, "</v1/facts?after=%d&limit=%d>; rel=\"next\"".formatted(last, limit));
    }
    return headers;
  }

  private static List<FactDocument> documents(List<StoredFact> facts, boolean showPersonal) {
    return facts.stream().map(fact -> FactDocument.of(fact, showPersonal)).toList();
  }

  private static boolean mayReadPersonal(@Nullable Actor actor) {
    return actor != null && actor.may(Right.READ_PERSONAL);
  }
}
