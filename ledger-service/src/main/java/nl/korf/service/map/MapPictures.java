package nl.korf.service.map;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import nl.korf.projections.AsOf;
import nl.korf.service.web.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The map for who has no scripts: a picture, and a table to take along. */
@RestController
class MapPictures {

  private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final MapViews views;

  MapPictures(MapViews views) {
    this.views = views;
  }

  @GetMapping("/map.svg")
  ResponseEntity<byte[]> svg(
      @RequestParam(required = false) @Nullable Long layout,
      AsOf asOf,
      HttpServletRequest request) {
    MapColumns columns = views.at(asOf.position(), layout);
    String picture = new MapSvg(columns, asOf.on(), Language.ofPage(request)).drawn();
    return ResponseEntity.ok().contentType(SVG).body(picture.getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/map.csv")
  ResponseEntity<byte[]> csv(@RequestParam(required = false) @Nullable Long layout, AsOf asOf) {
    MapColumns columns = views.at(asOf.position(), layout);
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"map-%d.csv\"".formatted(asOf.position()))
        .body(MapCsv.of(columns, asOf.on()).getBytes(StandardCharsets.UTF_8));
  }
}
