package nl.korf.service.notices;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** A courier that notes what it was handed, and can be made to fail. */
final class RecordingCourier implements Courier {
  final List<Delivery> taken = new CopyOnWriteArrayList<>();
  final AtomicBoolean fails = new AtomicBoolean();
  final AtomicBoolean failed = new AtomicBoolean();

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public void take(Connection transaction, List<Delivery> due) throws SQLException {
    for (Delivery one : due) {
      Scheduling.in(transaction)
          .at(one.dueAt(), new TaskInstance<Void>("deliver", one.position() + "/" + one.person()));
    }
    if (fails.get()) {
      failed.set(true);
      throw new SQLException("this courier has no paper");
    }
    taken.addAll(due);
  }
}
