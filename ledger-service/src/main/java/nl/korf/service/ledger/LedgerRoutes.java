package nl.korf.service.ledger;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.korf.eventstore.PgEventStorageEngine;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.ViewHash;
import nl.korf.projections.ProjectionStatus;
import nl.korf.projections.Projections;
import nl.korf.projections.RebuildReport;
import nl.korf.projections.ViewHashes;
import nl.korf.service.founding.Ledger;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Actor.Right;
import nl.korf.service.web.CacheRules;
import nl.korf.service.web.NotFound;
import nl.korf.service.web.Submission;
import nl.korf.service.web.WebHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What ledger this is, how far it has come, and what an operator can ask of its read models. */
@RestController
class LedgerRoutes {

  /** How long a request waits for a rebuild; it goes on in any case. */
  private static final Duration REBUILD_WAIT_MAX = Duration.ofSeconds(20);

  private final Ledger ledger;
  private final PgEventStorageEngine engine;
  private final Projections projections;
  private final ViewHashes hashes;
  private final CacheRules cache;

  LedgerRoutes(
      Ledger ledger,
      PgEventStorageEngine engine,
      Projections projections,
      ViewHashes hashes,
      CacheRules cache) {
    this.ledger = ledger;
    this.engine = engine;
    this.projections = projections;
    this.hashes = hashes;
    this.cache = cache;
  }

  /**
   * The ledger now, or as it was at {@code position}.
   *
   * @param head last position in the ledger
   * @param position the position the view hash is of
   * @param viewHash of the shared view at {@code position}, in hexadecimal
   * @param viewVersion by which the view was made; the hash is only comparable with the same one
   */
  record LedgerView(
      String ledger,
      String name,
      boolean example,
      long head,
      long position,
      @Nullable String viewHash,
      int viewVersion,
      List<ProjectionStatus> projections) {}

  /** All generations of all read models. */
  record ProjectionList(List<ProjectionStatus> items) {}

  /** A rebuild, under way while {@code report} is absent. */
  record Rebuild(ReadModel projection, @Nullable RebuildReport report) {}

  @GetMapping("/v1/ledger")
  @Operation(summary = "What ledger this is, how far it has come, and the hash of its view")
  ResponseEntity<LedgerView> ledger(@RequestParam(required = false) @Nullable Long at) {
    long position = at == null ? projections.position() : at;
    String hash = hashes.at(position).map(HexFormat.of()::formatHex).orElse(null);
    if (at != null && hash == null) {
      throw new NotFound("position " + at);
    }
    LedgerView view =
        new LedgerView(
            ledger.urn(),
            ledger.name(),
            ledger.example(),
            engine.headSignal().head(),
            position,
            hash,
            ViewHash.VIEW_VERSION,
            projections.status());
    return ResponseEntity.ok()
        .header(WebHeaders.LEDGER_POSITION, Long.toString(position))
        .header(HttpHeaders.CACHE_CONTROL, cache.passing())
        .body(view);
  }

  @GetMapping("/v1/projections")
  @Operation(summary = "Where every read model stands")
  ResponseEntity<ProjectionList> status() {
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, cache.passing())
        .body(new ProjectionList(projections.status()));
  }

  @PostMapping("/v1/projections/{name}/rebuilds")
  @Operation(summary = "Builds a read model anew beside the live one, and swaps when they agree")
  ResponseEntity<Rebuild> rebuild(@PathVariable String name, Submission submission) {
    Actor operator = submission.actor();
    operator.require(Right.OPERATE);
    ReadModel model = model(name);
    try {
      RebuildReport report =
          projections.rebuild(model).get(REBUILD_WAIT_MAX.toSeconds(), TimeUnit.SECONDS);
      return ResponseEntity.status(HttpStatus.CREATED).body(new Rebuild(model, report));
    } catch (TimeoutException goesOn) {
      return ResponseEntity.accepted().body(new Rebuild(model, null));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return ResponseEntity.accepted().body(new Rebuild(model, null));
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the rebuild of " + name + " failed", failed.getCause());
    }
  }

  private static ReadModel model(String name) {
    for (ReadModel model : ReadModel.values()) {
      if (model.name().toLowerCase(Locale.ROOT).equals(name)) {
        return model;
      }
    }
    throw new NotFound("projection " + name);
  }
}
