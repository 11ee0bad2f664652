package nl.korf.service.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import nl.korf.eventstore.FactLog;
import nl.korf.model.view.ViewHash;
import nl.korf.projections.Projections;
import nl.korf.projections.ViewHashes;
import nl.korf.service.web.CacheRules;
import nl.korf.service.web.Limits;
import nl.korf.service.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proofs of facts, all checkpoints, and the hashes of the shared view. */
@RestController
@Tag(
    name = "audit",
    description = "What proves that the history is the one that was recorded; see audit-format.md.")
class ProofRoutes {

  private static final int LIMIT_DEFAULT = 100;
  private static final int LIMIT_MAX = 1_000;

  private final ProofStore proofs;
  private final FactLog log;
  private final ViewHashes hashes;
  private final Projections projections;
  private final CacheRules cache;

  ProofRoutes(
      ProofStore proofs,
      FactLog log,
      ViewHashes hashes,
      Projections projections,
      CacheRules cache) {
    this.proofs = proofs;
    this.log = log;
    this.hashes = hashes;
    this.projections = projections;
    this.cache = cache;
  }

  /** What a witness signed, by its own clock. */
  record CosignatureView(String witness, Instant time) {}

  /**
   * A published checkpoint.
   *
   * @param root hash, in hexadecimal
   * @param note whole, with all signatures
   */
  record CheckpointView(
      long size, String root, String note, Instant signedAt, List<CosignatureView> cosignatures) {

    static CheckpointView of(Checkpoints.Published checkpoint) {
      return new CheckpointView(
          checkpoint.size(),
          HexFormat.of().formatHex(checkpoint.root()),
          checkpoint.note().toString(),
          checkpoint.signedAt(),
          checkpoint.cosignatures().stream()
              .map(one -> new CosignatureView(one.witness(), one.time()))
              .toList());
    }
  }

  /**
   * Checkpoints in order.
   *
   * @param last size of the last one, to go on after
   */
  record CheckpointPage(List<CheckpointView> items, long last) {}

  /**
   * The hash of the shared view from a position on.
   *
   * @param hash in hexadecimal
   * @param version by which the view was made
   */
  record ViewHashView(long position, String hash, int version) {}

  /**
   * View hashes in order.
   *
   * @param last position of the last one, to go on after
   */
  record ViewHashPage(List<ViewHashView> items, long last) {}

  @GetMapping(path = "/v1/facts/{position}/proof", produces = "text/plain;charset=UTF-8")
  @Operation(
      summary = "The proof that a fact is in the ledger",
      description =
          "As C2SP tlog-proof, against the latest checkpoint, or one of a size that was published.")
  ResponseEntity<String> proof(
      @PathVariable long position, @RequestParam(required = false) @Nullable Long size) {
    if (log.recordedAt(position).isEmpty()) {
      throw new NotFound("position " + position);
    }
    String file = "fact-" + position + ".tlog-proof";
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, size == null ? cache.passing() : cache.lasting())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file).build().toString())
        .body(proofs.proof(position, size));
  }

  @GetMapping("/v1/checkpoints")
  @Operation(summary = "Every published checkpoint after a size, in order")
  ResponseEntity<CheckpointPage> checkpoints(
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(required = false) @Nullable String limit) {
    int most = Limits.of(limit, LIMIT_DEFAULT, LIMIT_MAX);
    List<CheckpointView> items =
        proofs.checkpoints().after(after, most).stream().map(CheckpointView::of).toList();
    long last = items.isEmpty() ? after : items.getLast().size();
    return paged("/v1/checkpoints", items.size() == most, last, most)
        .body(new CheckpointPage(items, last));
  }

  @GetMapping("/v1/view-hashes")
  @Operation(summary = "The hash of the shared view at every position that changed it, in order")
  ResponseEntity<ViewHashPage> viewHashes(
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(required = false) @Nullable String limit) {
    int most = Limits.of(limit, LIMIT_DEFAULT, LIMIT_MAX);
    List<ViewHashView> items =
        hashes.changes(after, projections.position(), most).stream()
            .limit(most)
            .map(ProofRoutes::view)
            .toList();
    long last = items.isEmpty() ? after : items.getLast().position();
    return paged("/v1/view-hashes", !items.isEmpty(), last, most)
        .body(new ViewHashPage(items, last));
  }

  private static ViewHashView view(ViewHashes.Change change) {
    return new ViewHashView(
        change.position(), HexFormat.of().formatHex(change.hash()), ViewHash.VIEW_VERSION);
  }

  private ResponseEntity.BodyBuilder paged(String path, boolean more, long last, int most) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, cache.passing());
    Optional.of("<%s?after=%d&limit=%d>; rel=\"next\"".formatted(path, last, most))
        .filter(_ -> more)
        .ifPresent(link -> answer.header(HttpHeaders.LINK, link));
    return answer;
  }
}
