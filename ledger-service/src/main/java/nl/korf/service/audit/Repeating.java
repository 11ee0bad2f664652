package nl.korf.service.audit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that is done again and again on a thread of its own, whatever becomes of it. */
final class Repeating implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);
  private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);

  private final String name;
  private final Step step;
  private final Pause pause = new Pause();
  private @Nullable Thread thread;
  private String said = "";

  Repeating(String name, Step step) {
    this.name = name;
    this.step = step;
  }

  /** What is done. */
  @FunctionalInterface
  interface Step {

    /** Does it once; returns how long to wait until the next time. */
    Duration run() throws Exception;
  }

  void start() {
    thread = Thread.ofVirtual().name(name).start(this::run);
  }

  @Override
  public void close() {
    pause.end(thread);
  }

  private void run() {
    while (pause.open()) {
      Duration next = TRY_AGAIN_AFTER;
      try {
        next = step.run();
        said = "";
      } catch (InterruptedException closing) {
        return;
      } catch (Exception failure) {
        tell(failure);
      }
      pause.rest(next);
    }
  }

  /** Once for each failure, not every time it comes again. */
  private void tell(Exception failure) {
    String now = String.valueOf(failure);
    if (pause.open() && !now.equals(said)) {
      LOG.warn("{} failed, trying again: {}", name, now);
    }
    said = now;
  }
}
