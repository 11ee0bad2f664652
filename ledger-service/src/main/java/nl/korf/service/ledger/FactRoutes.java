package nl.korf.service.ledger;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.StoredFact;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Actor.Right;
import nl.korf.service.web.CacheRules;
import nl.korf.service.web.Limits;
import nl.korf.service.web.NotFound;
import nl.korf.service.web.WebHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every fact in order, as stored. */
@RestController
class FactRoutes {

  private static final int LIMIT_DEFAULT = 100;
  private static final int LIMIT_MAX = 1_000;

  private final FactLog log;
  private final CacheRules cache;

  FactRoutes(FactLog log, CacheRules cache) {
    this.log = log;
    this.cache = cache;
  }

  /**
   * Facts in order.
   *
   * @param last position of the last one, to go on after; {@code after} when there are none yet
   */
  record FactPage(List<StoredFactView> items, long last) {}

  @GetMapping("/v1/facts")
  @Operation(summary = "Every fact after a position, in order, exactly as stored")
  ResponseEntity<FactPage> facts(
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(required = false) @Nullable String limit,
      @Nullable Actor actor) {
    int most = Limits.of(limit, LIMIT_DEFAULT, LIMIT_MAX);
    boolean personal = actor != null && actor.may(Right.READ_PERSONAL);
    List<StoredFact> facts = log.read(Math.max(0, after), most);
    long last = facts.isEmpty() ? after : facts.getLast().position();
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok().header(WebHeaders.LEDGER_POSITION, Long.toString(last));
    answer.headers(headers ->
        headers.setCacheControl(
            personal ? "no-store" : facts.size() == most ? cache.lasting() : cache.passing()));
    if (facts.size() == most) {
      answer.header(
          HttpHeaders.LINK, "</v1/facts?after=%d&limit=%d>; rel=\"next\"".formatted(last, most));
    }
    return answer.body(
        new FactPage(facts.stream().map(f -> StoredFactView.of(f, personal)).toList(), last));
  }

  @GetMapping("/v1/facts/{position}")
  @Operation(summary = "The fact at a position, exactly as stored")
  ResponseEntity<StoredFactView> fact(@PathVariable long position, @Nullable Actor actor) {
    boolean personal = actor != null && actor.may(Right.READ_PERSONAL);
    StoredFact fact = log.at(position).orElseThrow(() -> new NotFound("position " + position));
    return ResponseEntity.ok()
        .header(WebHeaders.LEDGER_POSITION, Long.toString(position))
        .headers(headers -> headers.setCacheControl(personal ? "no-store" : cache.lasting()))
        .body(StoredFactView.of(fact, personal));
  }
}
