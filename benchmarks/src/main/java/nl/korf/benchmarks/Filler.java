package nl.korf.benchmarks;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * Fills a ledger's tables with facts that were not appended one by one, to see how it works when it
 * is large. Headers and hashes have the right size and are not real: nothing verifies them here.
 */
final class Filler {

  static final int FACTS_PER_INITIATIVE = 10;
  private static final int GROUPS = 100;

  /** Facts a statement adds. */
  private static final long STEP = 500_000;

  private Filler() {}

  /**
   * Adds facts up to position {@code upTo}, from where the ledger ends: {@value
   * #FACTS_PER_INITIATIVE} facts to an initiative, of {@value #GROUPS} groups, the bytes of {@link
   * Store}'s facts. Then cleans up as autovacuum would have in the years such a ledger grows, so
   * that it does not while something is measured.
   *
   * @param tagTable also the rows of the tag table
   */
  static void fill(Server.Database database, long upTo, boolean tagTable) throws SQLException {
    long head = database.number("select coalesce(max(position), 0) from ledger.event");
    long begun = System.nanoTime();
    long before = head;
    while (head < upTo) {
      long next = Math.min(head + STEP, upTo);
      // sent together they are one transaction: a run that is cut short leaves whole steps
      database.execute(events(head + 1, next) + (tagTable ? ";" + tags(head + 1, next) : ""));
      head = next;
    }
    database.execute("vacuum analyze ledger.event");
    database.execute("vacuum analyze ledger.event_tag");
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.err.printf(
        "filled %s up to %,d facts in %.0f s, %,.0f/s%n",
        database.name(), upTo, seconds, (upTo - before) / seconds);
  }

  static Tag group(long position) {
    return Tag.of(Store.GROUP, "g" + position % GROUPS);
  }

  static Tag initiative(long position) {
    return Tag.of(Store.INITIATIVE, "i" + position / FACTS_PER_INITIATIVE);
  }

  static long lastOfItsInitiative(long position) {
    return position / FACTS_PER_INITIATIVE * FACTS_PER_INITIATIVE + FACTS_PER_INITIATIVE - 1;
  }

  private static String events(long first, long last) {
    return """
    insert into ledger.event (position, event_id, type, version, recorded_at, tags, payload,
      metadata, header, leaf_hash)
    select p, gen_random_uuid(), '%s', '1',
      timestamptz '2020-01-01' + p * interval '10 milliseconds',
      array['%s=g' || p %% %d, '%s=i' || p / %d],
      convert_to('%s', 'UTF8'), '%s',
      convert_to(rpad('{"pos":' || p, %d, 'h'), 'UTF8'), sha256(int8send(p))
    from generate_series(%d::bigint, %d::bigint) p
    """
        .formatted(
            Store.TYPE,
            Store.GROUP,
            GROUPS,
            Store.INITIATIVE,
            FACTS_PER_INITIATIVE,
            new String(Store.PAYLOAD, StandardCharsets.UTF_8),
            RawInserts.METADATA,
            RawInserts.HEADER_BYTES,
            first,
            last);
  }

  private static String tags(long first, long last) {
    return """
    insert into ledger.event_tag (tag, position, type)
    select tag, position, type from ledger.event, unnest(tags) tag
    where position between %d and %d order by tag, position
    """
        .formatted(first, last);
  }
}
