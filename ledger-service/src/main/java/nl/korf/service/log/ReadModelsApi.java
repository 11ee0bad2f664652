package nl.korf.service.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.ProjectionStatus;
import nl.korf.projections.Projections;
import nl.korf.projections.RebuildReport;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Actor.Right;
import nl.korf.service.kernel.NotAllowed;
import nl.korf.service.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The read models as an operator sees them. A rebuild runs beside the generation that answers and
 * takes its place when both have the same hash; where they differ, the operator accepts or discards
 * the new one.
 */
@RestController
@RequestMapping("/v1/read-models")
@Tag(name = "read-models", description = "Where each read model stands; rebuilding them.")
class ReadModelsApi {

  private static final Logger LOG = LoggerFactory.getLogger(ReadModelsApi.class);

  private final Projections projections;

  ReadModelsApi(Projections projections) {
    this.projections = projections;
  }

  @GetMapping
  @Operation(operationId = "listReadModels", summary = "Every generation of every read model")
  List<ReadModelDocument> readModels() {
    return projections.status().stream().map(ReadModelDocument::of).toList();
  }

  @GetMapping("/{name}")
  @Operation(operationId = "getReadModel", summary = "The generations of one read model")
  List<ReadModelDocument> readModel(
      @Parameter(description = "Name", example = "groups") @PathVariable String name) {
    ReadModel model = model(name);
    return status(model).stream().map(ReadModelDocument::of).toList();
  }

  @PostMapping("/{name}/rebuilds")
  @Operation(
      operationId = "rebuildReadModel",
      summary = "Build a read model anew beside the one that answers",
      description = "Answers at once; the read model's own address tells how it goes.")
  ResponseEntity<Void> rebuild(
      @Parameter(description = "Name", example = "groups") @PathVariable String name,
      @Parameter(hidden = true) Actor actor) {
    requireOperator(actor);
    ReadModel model = model(name);
    tell(model, projections.rebuild(model));
    return accepted(name);
  }

  @PostMapping("/{name}/generations/{generation}/acceptances")
  @Operation(
      operationId = "acceptReadModel",
      summary = "Let a rebuilt generation answer although its hash differs")
  ResponseEntity<Void> accept(
      @Parameter(description = "Name", example = "groups") @PathVariable String name,
      @Parameter(description = "Number of the generation", example = "2") @PathVariable
          int generation,
      @Parameter(hidden = true) Actor actor) {
    requireOperator(actor);
    ReadModel model = existing(name, generation).model();
    tell(model, projections.accept(model, generation));
    return accepted(name);
  }

  @PostMapping("/{name}/generations/{generation}/discards")
  @Operation(operationId = "discardReadModel", summary = "Give up a generation that differs")
  ResponseEntity<Void> discard(
      @Parameter(description = "Name", example = "groups") @PathVariable String name,
      @Parameter(description = "Number of the generation", example = "2") @PathVariable
          int generation,
      @Parameter(hidden = true) Actor actor) {
    requireOperator(actor);
    projections.discard(existing(name, generation).model(), generation);
    return ResponseEntity.noContent().build();
  }

  private static void tell(ReadModel model, CompletableFuture<RebuildReport> rebuild) {
    var _ =
    rebuild.whenComplete((report, failure) -> {
      if (failure != null) {
        LOG.error("The rebuild of {} failed", model, failure);
      } else {
        LOG.info("Rebuilt: {}", report);
      }
    });
  }

  private static ResponseEntity<Void> accepted(String name) {
    return ResponseEntity.accepted()
        .header(HttpHeaders.LOCATION, "/v1/read-models/" + name)
        .build();
  }

  private List<ProjectionStatus> status(ReadModel model) {
    return projections.status().stream().filter(one -> one.model() == model).toList();
  }

  private ProjectionStatus existing(String name, int generation) {
    return status(model(name)).stream()
        .filter(one -> one.generation() == generation)
        .findFirst()
        .orElseThrow(() -> new NotFound("generation %d of %s".formatted(generation, name)));
  }

  private static ReadModel model(String name) {
    return Arrays.stream(ReadModel.values())
        .filter(model -> model.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> new NotFound("read model " + name));
  }

  private static void requireOperator(Actor actor) {
    if (!actor.may(Right.OPERATE)) {
      throw new NotAllowed(actor, Right.OPERATE);
    }
  }
}
