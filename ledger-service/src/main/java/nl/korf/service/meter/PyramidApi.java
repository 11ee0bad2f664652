package nl.korf.service.meter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.ZoneOffset;
import nl.korf.model.BodyId;
import nl.korf.projections.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of the pyramid meter. */
@RestController
@RequestMapping("/v1/pyramid")
@Tag(
    name = "pyramid",
    description = "How much is still decided through the neck of a pyramid, over time.")
class PyramidApi {

  private final MeterViews views;

  PyramidApi(MeterViews views) {
    this.views = views;
  }

  @GetMapping
  @Operation(
      summary = "The figures of the pyramid meter",
      description =
          "In months, quarters or years (UTC), by the length of the span; what each figure counts is"
              + " in docs/pyramid-meter.md. since is a day; organisation is a body, with all below"
              + " it.")
  Pyramid pyramid(
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate since,
      @RequestParam(required = false) @Nullable BodyId organisation,
      AsOf asOf) {
    return MeterViews.since(
        views.at(asOf, organisation),
        asOf,
        since == null ? null : since.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
