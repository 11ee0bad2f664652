package nl.korf.projections.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database of which is known how often it was asked something. */
public final class CountedQuestions {

  private static final Set<String> ASKING =
      Set.of("prepareStatement", "prepareCall", "createStatement");

  private final AtomicInteger asked = new AtomicInteger();
  private final DataSource dataSource;

  public CountedQuestions(DataSource counted) {
    this.dataSource = wrapped(DataSource.class, counted);
  }

  public DataSource dataSource() {
    return dataSource;
  }

  /** How many statements were made since this was asked before. */
  public int more() {
    return asked.getAndSet(0);
  }

  private <T> T wrapped(Class<T> type, T inner) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              if (ASKING.contains(method.getName())) {
                asked.incrementAndGet();
              }
              try {
                Object result = method.invoke(inner, arguments);
                return result instanceof Connection connection
                    ? wrapped(Connection.class, connection)
                    : result;
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            }));
  }
}
