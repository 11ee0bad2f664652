package nl.korf.service.kernel;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.retry.RetryPolicy;

/**
 * Lets a command begin anew, from sourcing on, when its boundary changed under it: a bounded number
 * of times, after a wait that grows and is spread by chance, so that racers part.
 */
final class ConflictRetries implements RetryPolicy {

  /** Attempts of one command, the first included. */
  static final int ATTEMPTS_MAX = 20;

  private static final long WAIT_MILLIS_MAX = 64;

  @Override
  public Outcome defineFor(
      Message message, Throwable failure, List<Class<? extends Throwable>[]> previousFailures) {
    int attempts = previousFailures.size() + 1;
    if (attempts >= ATTEMPTS_MAX || !Failures.isConflict(failure)) {
      return Outcome.doNotReschedule();
    }
    long longest = Math.min(WAIT_MILLIS_MAX, 2L << Math.min(attempts, 16));
    return Outcome.rescheduleIn(
        ThreadLocalRandom.current().nextLong(longest), TimeUnit.MILLISECONDS);
  }

  @Override
  public void describeTo(ComponentDescriptor descriptor) {
    descriptor.describeProperty("attemptsMax", ATTEMPTS_MAX);
  }
}
