package nl.korf.service.map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.korf.projections.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed in the whole. */
@RestController
@RequestMapping("/v1/changes")
@Tag(name = "views", description = "The whole in one picture, the same for everybody.")
class ChangesApi {

  private final Comparisons comparisons;

  ChangesApi(Comparisons comparisons) {
    this.comparisons = comparisons;
  }

  @GetMapping
  @Operation(
      summary = "What differs between two moments of the whole",
      description =
          "The later moment is at and on. The earlier one is either since: what was known and in"
              + " force at a position, a day or an instant of recording; or from: what was in force"
              + " on a day or instant, as known at the later moment.")
  MapChanges changes(
      @RequestParam(required = false) @Nullable String since,
      @RequestParam(required = false) @Nullable String from,
      AsOf asOf) {
    return comparisons.between(since, from, asOf);
  }
}
