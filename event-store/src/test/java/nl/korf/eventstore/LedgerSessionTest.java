package nl.korf.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import nl.korf.eventstore.testing.TestPostgres;
import org.junit.jupiter.api.Test;

class LedgerSessionTest {

  private interface Call {
    Object of(Method method, Object[] arguments) throws Throwable;
  }

  @Test
  void aConnectionThatCannotBeSetUpIsClosed() throws SQLException {
    try (Connection whole = TestPostgres.ledger().owner().getConnection()) {
      Connection broken =
          proxy(
              Connection.class,
              (method, arguments) -> {
                if (method.getName().equals("createStatement")) {
                  throw new SQLException("refused");
                }
                return method.invoke(whole, arguments);
              });
      DataSource dataSource =
          proxy(
              DataSource.class,
              (method, _) -> method.getName().equals("getConnection") ? broken : (Object) false);

      assertThatThrownBy(() -> LedgerSession.connect(dataSource, TagIndex.B_TREE))
          .isInstanceOf(SQLException.class)
          .hasMessage("refused");
      assertThat(whole.isClosed()).isTrue();
    }
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> call.of(method, arguments)));
  }
}
