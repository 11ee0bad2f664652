package nl.korf.service.authority;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Actor.Right;
import nl.korf.service.web.Limits;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The authorization decision log, for who collects it. */
@RestController
@Tag(name = "authority checks")
class DecisionLogApi {

  private static final int LIMIT_DEFAULT = 100;
  private static final int LIMIT_MAX = 1_000;

  private final CheckLog log;
  private final LogRecords records;

  DecisionLogApi(CheckLog log, LogRecords records) {
    this.log = log;
    this.records = records;
  }

  /**
   * Records in order.
   *
   * @param last number of the last one, to go on after; {@code after} when there are none yet
   */
  record LogPage(List<LogRecord> items, long last) {}

  @GetMapping("/v1/authorization-decision-log")
  @Operation(
      summary = "Every authority check after a number, in order",
      description =
          "Records of the Authorization Decision Log (Logius, consultation version 1.0.0): one a"
              + " check, denials included. A check's information reference is a position and an"
              + " instant of this ledger, from which it can be made again. For registrars.")
  ResponseEntity<LogPage> records(
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(required = false) @Nullable String limit,
      Actor actor) {
    actor.require(Right.REGISTER);
    int most = Limits.of(limit, LIMIT_DEFAULT, LIMIT_MAX);
    List<CheckLog.Entry> entries = log.after(Math.max(0, after), most);
    long last = entries.isEmpty() ? after : entries.getLast().number();
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
    if (entries.size() == most) {
      answer.header(
          HttpHeaders.LINK,
          "</v1/authorization-decision-log?after=%d&limit=%d>; rel=\"next\"".formatted(last, most));
    }
    return answer.body(new LogPage(entries.stream().map(records::of).toList(), last));
  }
}
