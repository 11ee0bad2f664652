package nl.korf.service.map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.korf.projections.AsOf;
import nl.korf.service.identity.Directory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The columns of the map. */
@RestController
@RequestMapping("/v1/views")
@Tag(name = "views", description = "The whole in one picture, the same for everybody.")
class MapApi {

  private final MapViews views;
  private final Directory directory;

  MapApi(MapViews views, Directory directory) {
    this.views = views;
    this.directory = directory;
  }

  @GetMapping
  @Operation(
      summary = "The map of the whole, in columns",
      description =
          "As known at a position, about all times: what is in force on any instant follows from it."
              + " layout is the epoch of a later position whose places to keep to.")
  MapColumns columns(@RequestParam(required = false) @Nullable Long layout, AsOf asOf) {
    return views.at(asOf.position(), layout);
  }

  @GetMapping("/names")
  @Operation(
      summary = "What the persons on a map are called",
      description =
          "Apart from the columns, which hold no names of persons; at is a position. Never cached:"
              + " names can be erased.")
  ResponseEntity<MapNames> names(
      @RequestParam long at, @RequestParam(required = false) @Nullable Long layout) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(views.names(at, layout, directory));
  }
}
