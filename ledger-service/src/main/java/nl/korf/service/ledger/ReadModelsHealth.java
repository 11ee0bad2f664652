package nl.korf.service.ledger;

import java.util.List;
import nl.korf.eventstore.PgEventStorageEngine;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.ProjectionState;
import nl.korf.projections.ProjectionStatus;
import nl.korf.projections.Projections;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Out of service while a read model that answers holds at a fact it cannot fold, or no process has
 * made one yet.
 */
@Component("readModels")
class ReadModelsHealth implements HealthIndicator {

  private final Projections projections;
  private final PgEventStorageEngine engine;

  ReadModelsHealth(Projections projections, PgEventStorageEngine engine) {
    this.projections = projections;
    this.engine = engine;
  }

  @Override
  public Health health() {
    List<ProjectionStatus> live =
        projections.status().stream().filter(ProjectionStatus::live).toList();
    List<ProjectionStatus> stopped =
        live.stream().filter(status -> status.state() == ProjectionState.STOPPED).toList();
    boolean complete = live.size() == ReadModel.values().length;
    Health.Builder health = complete && stopped.isEmpty() ? Health.up() : Health.outOfService();
    stopped.forEach(s -> health.withDetail(s.model().name(), "stopped after " + s.position()));
    return health
        .withDetail("head", engine.headSignal().head())
        .withDetail("projected", projections.position())
        .build();
  }
}
