package nl.korf.service.notices;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.sql.Connection;
import java.time.Instant;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Puts work of db-scheduler into the table of timers within a transaction that goes on: it is there
 * if and only if that commits. Whoever executes it is a scheduler over the same table.
 */
public final class Scheduling {

  /** The table the owner of the database makes. */
  public static final String TABLE = "notices.timer";

  private final SchedulerClient client;

  private Scheduling(SchedulerClient client) {
    this.client = client;
  }

  /** Schedules with the connection of a transaction, which stays open and uncommitted. */
  public static Scheduling in(Connection transaction) {
    return new Scheduling(
        SchedulerClient.Builder.create(new SingleConnectionDataSource(transaction, true))
            .tableName(TABLE)
            .build());
  }

  /** One execution; where one of the name is waiting already, that one stays as it is. */
  public <T> void at(Instant due, TaskInstance<T> task) {
    client.schedule(task, due, ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
  }
}
