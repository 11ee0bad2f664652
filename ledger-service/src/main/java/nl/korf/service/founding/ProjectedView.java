package nl.korf.service.founding;

import java.time.Instant;
import java.util.Optional;
import nl.korf.eventstore.PgEventStorageEngine;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.projections.AsOf;
import nl.korf.projections.Projections;
import nl.korf.projections.Reads;
import nl.korf.projections.knowledge.ReadModelKnowledge;
import nl.korf.service.authority.ReadModels;
import nl.korf.service.web.Reading;
import nl.korf.service.web.WebSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How far the read models have come, and the world as they know it. The verbs need this before
 * there are read models, and while an example is told they are others than afterwards: so what it
 * reads is set, by whoever makes them.
 */
@Component
final class ProjectedView implements Reading, ReadModels {

  private record Source(PgEventStorageEngine engine, Projections projections, Reads reads) {}

  private final WebSettings settings;
  private volatile @Nullable Source source;

  ProjectedView(WebSettings settings) {
    this.settings = settings;
  }

  /** Reads these from now on. */
  void over(PgEventStorageEngine engine, Projections projections, Reads reads) {
    source = new Source(engine, projections, reads);
  }

  private Source source() {
    Source current = source;
    if (current == null) {
      throw new IllegalStateException("there are no read models yet");
    }
    return current;
  }

  @Override
  public long head() {
    return source().engine().freshHead();
  }

  @Override
  public long projected() {
    return source().projections().position();
  }

  @Override
  public boolean awaitProjected(long position) throws InterruptedException {
    return source().projections().awaitPosition(position, settings.minPositionWait());
  }

  @Override
  public long positionAt(Instant instant) {
    return source().engine().factLog().positionAt(instant);
  }

  @Override
  public Optional<Instant> recordedAt(long position) {
    return source().engine().factLog().recordedAt(position);
  }

  @Override
  public Knowledge asOf(long position, Instant on) {
    return new ReadModelKnowledge(source().reads(), new AsOf(position, on));
  }

  @Override
  public long position() {
    return projected();
  }

  @Override
  public boolean await(long position) {
    try {
      return awaitProjected(position);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
