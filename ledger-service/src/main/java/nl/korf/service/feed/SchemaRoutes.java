package nl.korf.service.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.korf.model.ModelJson;
import nl.korf.model.facts.FactTypes;
import nl.korf.service.web.CacheRules;
import nl.korf.service.web.NotFound;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What facts look like, for who reads them. */
@RestController
@Tag(name = "facts", description = "Every fact in order.")
class SchemaRoutes {

  private final FactSchemas schemas = new FactSchemas();
  private final AsyncApi asyncApi;
  private final Addresses addresses;
  private final CacheRules cache;

  SchemaRoutes(FactEvents events, Addresses addresses, CacheRules cache) {
    this.asyncApi = new AsyncApi(events.source());
    this.addresses = addresses;
    this.cache = cache;
  }

  /**
   * A sort of fact.
   *
   * @param name as stored
   * @param type of the events about it
   * @param schema of the data of these events
   */
  record FactSort(String name, String version, String type, String schema) {}

  @GetMapping("/v1/fact-schemas")
  @Operation(summary = "Every sort of fact there is, with its schema")
  List<FactSort> all(HttpServletRequest request) {
    String base = addresses.of(request);
    return FactSchemas.names()
        .map(name ->
            new FactSort(
                name,
                FactTypes.version(name),
                FactEvents.typeOf(name),
                FactEvents.schemaOf(name, base)))
        .toList();
  }

  @GetMapping("/v1/fact-schemas/{fact}/{version}")
  @Operation(summary = "The JSON Schema (2020-12) of the data of events about one sort of fact")
  ResponseEntity<byte[]> one(
      @PathVariable String fact, @PathVariable String version, HttpServletRequest request) {
    if (!FactSchemas.knows(fact) || !FactTypes.version(fact).equals(version)) {
      throw new NotFound("schema " + fact + " " + version);
    }
    String id = FactEvents.schemaOf(fact, addresses.of(request));
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "application/schema+json")
        .header(HttpHeaders.CACHE_CONTROL, cache.text())
        .body(ModelJson.mapper().writeValueAsBytes(schemas.of(fact, id)));
  }

  @GetMapping("/v1/asyncapi.json")
  @Operation(summary = "What this ledger tells by itself, as an AsyncAPI 3.0 document")
  ResponseEntity<byte[]> asyncApi(HttpServletRequest request) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "application/json")
        .header(HttpHeaders.CACHE_CONTROL, cache.text())
        .body(ModelJson.mapper().writeValueAsBytes(asyncApi.document(addresses.of(request))));
  }
}
