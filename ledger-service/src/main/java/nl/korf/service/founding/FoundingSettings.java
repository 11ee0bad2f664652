package nl.korf.service.founding;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets about the ledger and its database ({@code korf.…}).
 *
 * @param example whether a new ledger is an example
 * @param ledger how a new ledger is called
 * @param database where it is kept
 * @param newestFactAheadMax how far ahead of the database's clock the newest fact may lie; further
 *     ahead nothing is recorded
 * @param queueAppendsMax commands that may wait to be recorded; one more is refused (503)
 */
@ConfigurationProperties("korf")
record FoundingSettings(
    @DefaultValue("false") boolean example,
    @DefaultValue Ledger ledger,
    @DefaultValue Database database,
    @DefaultValue("2s") Duration newestFactAheadMax,
    @DefaultValue("10000") int queueAppendsMax) {

  /**
   * What a new ledger is founded with; one that exists stays what it is.
   *
   * @param name as shown to people
   * @param urn for ever; absent: made from a random id
   */
  record Ledger(@DefaultValue("Korf") String name, @Nullable String urn) {}

  /**
   * A PostgreSQL database.
   *
   * @param url JDBC address
   * @param poolMax connections at most
   * @param durable whether to refuse a server that does not wait for the disk
   */
  record Database(
      @Nullable String url,
      @Nullable String user,
      @Nullable String password,
      @DefaultValue("48") int poolMax,
      @DefaultValue("10s") Duration connectionTimeout,
      @DefaultValue("true") boolean durable) {}
}
