package nl.korf.eventstore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * A data source whose n-th execution of a prepared write fails: before it reaches the database, or
 * after the database has done it. The connection is lost either way; what is thrown may be a fault
 * of the program instead.
 */
final class FaultyDataSource {

  enum Moment {
    BEFORE_PERSISTING,
    AFTER_PERSISTING
  }

  private final DataSource sound;
  private final Moment moment;
  private final Supplier<Exception> fault;
  private final AtomicInteger untilFault;
  private volatile boolean fired;

  FaultyDataSource(DataSource sound, Moment moment, int faultAt) {
    this(sound, moment, faultAt, () -> new SQLException("injected fault", "08006"));
  }

  FaultyDataSource(DataSource sound, Moment moment, int faultAt, Supplier<Exception> fault) {
    this.sound = sound;
    this.moment = moment;
    this.fault = fault;
    this.untilFault = new AtomicInteger(faultAt);
  }

  boolean fired() {
    return fired;
  }

  DataSource dataSource() {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          Object result = call(sound, method, arguments);
          return result instanceof Connection connection ? connection(connection) : result;
        });
  }

  private Connection connection(Connection real) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          Object result = call(real, method, arguments);
          return result instanceof PreparedStatement statement && isAppenders((String) arguments[0])
              ? statement(statement, real)
              : result;
        });
  }

  private PreparedStatement statement(PreparedStatement real, Connection connection) {
    return proxy(
        PreparedStatement.class,
        (method, arguments) -> {
          if (!method.getName().equals("execute") || untilFault.decrementAndGet() != 0) {
            return call(real, method, arguments);
          }
          if (moment == Moment.AFTER_PERSISTING) {
            call(real, method, arguments);
          }
          fired = true;
          connection.abort(Runnable::run);
          throw fault.get();
        });
  }

  private static boolean isAppenders(String sql) {
    return sql.startsWith("begin isolation") || sql.endsWith("commit");
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private interface Call {
    Object of(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> call.of(method, arguments)));
  }
}
