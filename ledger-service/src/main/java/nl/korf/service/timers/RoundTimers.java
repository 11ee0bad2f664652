package nl.korf.service.timers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.HeadSignal;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.model.RoundId;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Commands;
import nl.korf.service.rounds.CloseRound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes each round when it can be closed, with a row per open round in the table of db-scheduler.
 * Of several nodes one takes a row; a node that dies with a row in its hands is noticed, and
 * another takes it. Start it when commands are taken; close it before they are not.
 */
public final class RoundTimers implements AutoCloseable {

  /** The table the owner of the database makes. */
  static final String TABLE = "service.timer";

  /** Who closes a round that nobody else closed. */
  static final Actor TIMER = Actor.system("timer");

  static final String CLOSE_ROUND = "close-round";

  /** Rounds that one node closes at the same time. */
  private static final int AT_ONCE_MAX = 16;

  /** How soon a round is looked at again that was found to be early. */
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(RoundTimers.class);

  private final Commands commands;
  private final Clock clock;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final CustomTask<Void> task;
  private final Scheduler scheduler;
  private final RoundNews news;

  /**
   * Timers of one node, which rest until {@link #start}.
   *
   * @param pace how often the table is looked at, and how soon a dead node is noticed
   * @param rounds the open rounds, as a read model knows them
   */
  public RoundTimers(
      DataSource dataSource,
      FactLog log,
      HeadSignal head,
      OpenRounds rounds,
      Commands commands,
      Clock clock,
      Pace pace) {
    this.commands = commands;
    this.clock = clock;
    this.task =
        Tasks.custom(CLOSE_ROUND, Void.class)
            .onFailure(
                new FailureHandler.ExponentialBackoffFailureHandler<>(pace.retryAfter(), 1.5))
            .onDeadExecutionRevive()
            .execute(
                (instance, context) -> close(instance, context.getExecution().getExecutionTime()));
    this.scheduler =
        Scheduler.create(dataSource, task)
            .tableName(TABLE)
            .clock(clock::instant)
            .threads(AT_ONCE_MAX)
            .executorService(executor)
            .pollingInterval(pace.poll())
            .pollUsingLockAndFetch(0.5, 1.0)
            .heartbeatInterval(pace.heartbeat())
            .missedHeartbeatsLimit(pace.missedHeartbeatsMax())
            .shutdownMaxWait(pace.shutdownMax())
            .build();
    this.news = new RoundNews(log, head, rounds, this::look);
  }

  /** How a node keeps its timers. */
  public record Pace(
      Duration poll,
      Duration heartbeat,
      int missedHeartbeatsMax,
      Duration retryAfter,
      Duration shutdownMax) {

    /** Looked at every second; a dead node is noticed after some twenty. */
    public static final Pace ORDINARY =
        new Pace(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            4,
            Duration.ofSeconds(2),
            Duration.ofSeconds(10));
  }

  /** Finds the open rounds, follows what happens to rounds from there on, and begins to close. */
  public void start() {
    news.start();
    scheduler.start();
  }

  @Override
  public void close() {
    news.close();
    scheduler.stop();
    executor.shutdown();
  }

  /** Sees to it that a round is looked at when its deadline comes; a later deadline replaces. */
  private void look(RoundId round, Instant deadline) {
    TaskInstance<Void> instance = new TaskInstance<>(CLOSE_ROUND, round.value());
    try {
      scheduler.schedule(instance, deadline, ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    } catch (TaskInstanceCurrentlyExecutingException atThisMoment) {
      LOG.debug("Round {} is being looked at; it finds its deadline itself", round);
    }
  }

  private CompletionHandler<Void> close(TaskInstance<Void> instance, Instant due) {
    RoundId round = new RoundId(instance.getId());
    return closed(round, due).map(this::again).orElseGet(CompletionHandler.OnCompleteRemove::new);
  }

  /** Closes a round; when to look again, where it cannot be closed yet. */
  private Optional<Instant> closed(RoundId round, Instant due) {
    try {
      commands.send(new CloseRound(round), TIMER, commandId(round, due));
      return Optional.empty();
    } catch (Refused refused) {
      return early(round, refused);
    }
  }

  /** A round that is over needs no closing; any other refusal but "too early" is a fault. */
  private static Optional<Instant> early(RoundId round, Refused refused) {
    List<Refused.Reason> reasons = refused.reasons();
    for (Refused.Reason reason : reasons) {
      if (reason.refusal() == Refusal.ROUND_NOT_CLOSABLE) {
        return Optional.of(Instant.parse(reason.values().get("from")));
      }
    }
    if (refused.refusal() == Refusal.ROUND_CLOSED) {
      LOG.debug("Round {} was closed by somebody else", round);
      return Optional.empty();
    }
    throw refused;
  }

  private CompletionHandler<Void> again(Instant from) {
    Instant soonest = clock.instant().plus(AGAIN_AFTER);
    Instant next = from.isBefore(soonest) ? soonest : from;
    return (complete, operations) -> operations.reschedule(complete, next);
  }

  /** The same on every node, so that a round is closed at most once by what was due then. */
  static UUID commandId(RoundId round, Instant due) {
    String name = CLOSE_ROUND + "/" + round + "/" + due;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
