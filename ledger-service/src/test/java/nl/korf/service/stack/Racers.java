package nl.korf.service.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.korf.model.Refused;
import nl.korf.service.kernel.ConflictPersists;

/** Acts that start at the same moment. */
public final class Racers {

  private static final long PATIENCE_SECONDS = 120;

  private Racers() {}

  /**
   * Runs all at once; how many were accepted. The others were refused, or met a changed boundary to
   * the end; anything else is a failure.
   */
  public static int run(List<Runnable> acts) {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Boolean>> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Runnable act : acts) {
        outcomes.add(threads.submit(() -> accepted(start, act)));
      }
      start.countDown();
      int accepted = 0;
      for (Future<Boolean> outcome : outcomes) {
        accepted += outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS) ? 1 : 0;
      }
      return accepted;
    } catch (InterruptedException | ExecutionException | TimeoutException failure) {
      throw new AssertionError(failure);
    }
  }

  private static boolean accepted(CountDownLatch start, Runnable act) throws InterruptedException {
    start.await();
    try {
      act.run();
      return true;
    } catch (Refused | ConflictPersists notAccepted) {
      return false;
    }
  }
}
