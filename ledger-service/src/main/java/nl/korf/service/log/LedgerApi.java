package nl.korf.service.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HexFormat;
import java.util.List;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.PgEventStorageEngine;
import nl.korf.model.view.ViewHash;
import nl.korf.projections.Projections;
import nl.korf.projections.ViewHashes;
import nl.korf.service.founding.Ledger;
import nl.korf.service.web.NotFound;
import nl.korf.service.web.WebHeaders;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which ledger this is, how far it has come, and the hash of what everybody sees. */
@RestController
@RequestMapping("/v1")
@Tag(name = "ledger", description = "Which ledger this is and how far it has come.")
class LedgerApi {

  private final Ledger ledger;
  private final PgEventStorageEngine engine;
  private final Projections projections;
  private final ViewHashes hashes;

  LedgerApi(
      Ledger ledger, PgEventStorageEngine engine, Projections projections, ViewHashes hashes) {
    this.ledger = ledger;
    this.engine = engine;
    this.projections = projections;
    this.hashes = hashes;
  }

  @GetMapping("/ledger")
  @Operation(operationId = "getLedger", summary = "The ledger, its head and its read models")
  ResponseEntity<LedgerDocument> ledger() {
    FactLog log = engine.factLog();
    long head = engine.freshHead();
    long projected = projections.position();
    List<ReadModelDocument> readModels =
        projections.status().stream().map(ReadModelDocument::of).toList();
    LedgerDocument document =
        new LedgerDocument(
            ledger.urn(),
            ledger.name(),
            ledger.example(),
            head,
            log.recordedAt(head).orElse(null),
            projected,
            ViewHash.VIEW_VERSION,
            hashes.at(projected).map(HexFormat.of()::formatHex).orElse(null),
            readModels);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(WebHeaders.LEDGER_POSITION, Long.toString(head))
        .body(document);
  }

  @GetMapping("/view-hashes/{position}")
  @Operation(
      operationId = "getViewHash",
      summary = "The hash of the shared view at a position",
      description = "A rebuilt read model, another node and a replay from the facts give the same.")
  ResponseEntity<ViewHashDocument> viewHash(
      @Parameter(description = "From 1 to what the read models show", example = "1") @PathVariable
          long position) {
    String hash =
        hashes
            .at(position)
            .map(HexFormat.of()::formatHex)
            .orElseThrow(() -> new NotFound("view hash at position " + position));
    return ResponseEntity.ok()
        .header(WebHeaders.LEDGER_POSITION, Long.toString(position))
        .body(
            new ViewHashDocument(
                position,
                engine.factLog().recordedAt(position).orElse(null),
                ViewHash.VIEW_VERSION,
                hash));
  }
}
