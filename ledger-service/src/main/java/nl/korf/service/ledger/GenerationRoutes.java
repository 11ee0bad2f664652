package nl.korf.service.ledger;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.ProjectionStatus;
import nl.korf.projections.Projections;
import nl.korf.projections.RebuildReport;
import nl.korf.service.kernel.Actor.Right;
import nl.korf.service.web.NotFound;
import nl.korf.service.web.Submission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What an operator decides when a rebuilt generation of a read model has another hash than the one
 * that answers: it takes its place after all, or it is given up.
 */
@RestController
@RequestMapping("/v1/projections/{name}/generations/{generation}")
class GenerationRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(GenerationRoutes.class);

  private final Projections projections;

  GenerationRoutes(Projections projections) {
    this.projections = projections;
  }

  @PostMapping("/acceptances")
  @Operation(summary = "Lets a rebuilt generation answer although its hash differs")
  ResponseEntity<Void> accept(
      @PathVariable String name, @PathVariable int generation, Submission submission) {
    submission.actor().require(Right.OPERATE);
    ReadModel model = existing(name, generation);
    CompletableFuture<RebuildReport> accepted = projections.accept(model, generation);
    var _ =
        accepted.whenComplete((report, failure) -> {
          if (failure != null) {
            LOG.error("Generation {} of {} was not accepted", generation, model, failure);
          } else {
            LOG.info("Accepted: {}", report);
          }
        });
    return ResponseEntity.accepted().build();
  }

  @PostMapping("/discards")
  @Operation(summary = "Gives up a generation that differs")
  ResponseEntity<Void> discard(
      @PathVariable String name, @PathVariable int generation, Submission submission) {
    submission.actor().require(Right.OPERATE);
    projections.discard(existing(name, generation), generation);
    return ResponseEntity.noContent().build();
  }

  private ReadModel existing(String name, int generation) {
    return projections.status().stream()
        .filter(one -> one.model().name().toLowerCase(Locale.ROOT).equals(name))
        .filter(one -> one.generation() == generation)
        .map(ProjectionStatus::model)
        .findFirst()
        .orElseThrow(() -> new NotFound("generation %d of %s".formatted(generation, name)));
  }
}
