package nl.korf.service.audit;

import jakarta.servlet.http.HttpServletRequest;
import nl.korf.service.web.CacheRules;
import nl.korf.service.web.NotFound;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The latest checkpoint and the tiles, where C2SP tlog-tiles wants them. */
@RestController
class TileRoutes {

  private static final MediaType NOTE = MediaType.parseMediaType("text/plain;charset=UTF-8");

  private final ProofStore proofs;
  private final CacheRules cache;

  TileRoutes(ProofStore proofs, CacheRules cache) {
    this.proofs = proofs;
    this.cache = cache;
  }

  @GetMapping("/checkpoint")
  ResponseEntity<String> checkpoint() {
    return ResponseEntity.ok()
        .contentType(NOTE)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .body(
            proofs
                .checkpoints()
                .latest()
                .orElseThrow(() -> new NotFound("checkpoint"))
                .note()
                .toString());
  }

  /** A partial tile never changes either: one with more hashes has another address. */
  @GetMapping("/tile/**")
  ResponseEntity<byte[]> tile(HttpServletRequest request) {
    String path = request.getRequestURI().substring(1);
    byte[] bytes = TilePath.parse(path).flatMap(proofs::at).orElseThrow(() -> new NotFound(path));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CACHE_CONTROL, cache.lasting())
        .body(bytes);
  }
}
