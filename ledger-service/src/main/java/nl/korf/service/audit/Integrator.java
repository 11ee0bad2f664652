package nl.korf.service.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import nl.korf.eventstore.HeadSignal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the ledger, reads every row again, hashes it anew, grows the tree and signs it. Of all
 * processes on one database one does so, the others wait: the right to is a lock that lives and
 * dies with a database session, over which all is written.
 *
 * <p>Stops at the first row that is not what its header says, and signs nothing from then on until
 * everything was verified. Never in the way of an append: it only reads facts.
 */
final class Integrator implements AutoCloseable {

  /** Facts read at a time. */
  static final int BATCH = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(Integrator.class);

  private static final String LEASE = "korf audit integrator";

  /** The tree can be made again; only checkpoints wait for the disk. */
  private static final String SETTINGS = "set synchronous_commit = off";

  private static final String LEAVE =
      "reset synchronous_commit; select pg_advisory_unlock(hashtextextended('" + LEASE + "', 0))";

  /** Between two looks at the ledger: batches gather, and tiles are written less often. */
  private static final Duration PACE = Duration.ofMillis(200);

  private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(1);

  private final DataSource dataSource;
  private final HeadSignal head;
  private final String ledger;
  private final Signer signer;
  private final Pause pause = new Pause();
  private volatile boolean leading;
  private @Nullable Thread thread;

  /**
   * An integrator at rest.
   *
   * @param ledger the identifier every header names
   */
  Integrator(DataSource dataSource, HeadSignal head, String ledger, Signer signer) {
    this.dataSource = dataSource;
    this.head = head;
    this.ledger = ledger;
    this.signer = signer;
  }

  void start() {
    thread = Thread.ofVirtual().name("audit-integrator").start(this::run);
  }

  /** Whether it is this process that grows the tree and signs. */
  boolean leading() {
    return leading;
  }

  @Override
  public void close() {
    pause.end(thread);
  }

  private void run() {
    while (pause.open()) {
      try {
        lead();
      } catch (SQLException | DataAccessException | TransactionException failure) {
        LOG.warn("The proof rests, trying again: {}", failure.getMessage());
      } catch (RuntimeException failure) {
        LOG.error("The proof rests, trying again", failure);
      }
      leading = false;
      pause.rest(TRY_AGAIN_AFTER);
    }
  }

  private void lead() throws SQLException {
    Connection connection = dataSource.getConnection();
    try {
      JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      if (taken(database)) {
        execute(connection, SETTINGS);
        leading = true;
        work(connection, database);
      }
    } finally {
      giveBack(connection);
    }
  }

  private static boolean taken(JdbcClient database) {
    return Objects.requireNonNull(
        database
            .sql("select pg_try_advisory_lock(hashtextextended('" + LEASE + "', 0))")
            .query(Boolean.class)
            .single());
  }

  /** Until it is closed, or something was cleared away and all is to be read anew. */
  private void work(Connection connection, JdbcClient database) throws SQLException {
    TransactionTemplate transaction =
        new TransactionTemplate(
            new DataSourceTransactionManager(new SingleConnectionDataSource(connection, true)));
    Progress progress = Progress.read(database);
    TreeBuilder tree;
    try {
      tree = grown(database, progress.size());
    } catch (Difference.Found found) {
      stop(database, found.difference());
      waitUntilCleared(database);
      return;
    }
    RowCheck check = new RowCheck(ledger, progress.size(), progress.recordedAt());
    while (pause.open()) {
      if (Progress.read(database).difference() != null) {
        waitUntilCleared(database);
        return;
      }
      int rows = integrate(connection, database, transaction, tree, check);
      if (rows >= 0) {
        signer.sign(database, transaction, tree, head.head());
      }
      if (rows < BATCH) {
        pause.rest(PACE);
      }
    }
  }

  /** The tree up to a size, held against the last checkpoint. */
  private static TreeBuilder grown(JdbcClient database, long size) {
    TileTable tiles = new TileTable(database);
    new Checkpoints(database)
        .latest()
        .ifPresent(last -> {
          byte[] root =
              last.size() > size
                  ? Merkle.empty()
                  : new Tree(new TileNodes(tiles)).root(last.size());
          if (!Arrays.equals(root, last.root())) {
            throw new Difference.Found(last.size(), "checkpoint", hex(last.root()), hex(root));
          }
        });
    return TreeBuilder.at(size, tiles);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** How many rows were taken in; -1 where a difference was found. */
  private static int integrate(
      Connection connection,
      JdbcClient database,
      TransactionTemplate transaction,
      TreeBuilder tree,
      RowCheck check)
      throws SQLException {
    List<StoredRow> rows = StoredRow.after(connection, tree.size(), BATCH);
    Difference difference = null;
    try {
      for (StoredRow row : rows) {
        tree.append(check.next(row));
      }
      if (rows.isEmpty()) {
        requireAll(database, tree.size());
      }
    } catch (Difference.Found found) {
      difference = found.difference();
    }
    List<Tile> changed = tree.changed();
    if (!changed.isEmpty()) {
      transaction.executeWithoutResult(_ -> {
        new TileTable(database).store(changed);
        Progress.advance(database, tree.size(), check.recordedAt());
      });
    }
    if (difference != null) {
      stop(database, difference);
      return -1;
    }
    return rows.size();
  }

  /** The ledger may not have become shorter. */
  private static void requireAll(JdbcClient database, long size) {
    long last =
        Objects.requireNonNull(
            database
                .sql("select coalesce(max(position), 0) from ledger.event")
                .query(Long.class)
                .single());
    if (last < size) {
      throw new Difference.Found(last + 1, "pos", last + 1, "nothing");
    }
  }

  private static void stop(JdbcClient database, Difference difference) {
    LOG.error("The ledger is not what was hashed, nothing is signed any more: {}", difference);
    Progress.stop(database, difference);
  }

  private void waitUntilCleared(JdbcClient database) {
    while (pause.open() && Progress.read(database).difference() != null) {
      pause.rest(TRY_AGAIN_AFTER);
    }
  }

  private static void giveBack(Connection connection) {
    try (connection) {
      execute(connection, LEAVE);
    } catch (SQLException lost) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException gone) {
        LOG.debug("The session is gone, and its lock with it", gone);
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
