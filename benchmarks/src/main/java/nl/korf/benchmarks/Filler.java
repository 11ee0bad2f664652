package nl.korf.benchmarks;

import java.sql.SQLException;

/**
 * Fills a ledger's tables with facts that were not appended one by one, to see how it works when it
 * is large. Headers and hashes have the right size and are not real: nothing verifies them here.
 */
final class Filler {

  /** Facts a statement adds. */
  private static final long STEP = 500_000;

  private Filler() {}

  /**
   * Adds facts up to position {@code upTo}: ten facts to an initiative, of 100 groups, 600 octets
   * of payload.
   *
   * @param tagTable also the rows of the tag table
   */
  static void fill(Server.Database database, long upTo, boolean tagTable) throws SQLException {
    long head = database.number("select coalesce(max(position), 0) from ledger.event");
    while (head < upTo) {
      long next = Math.min(head + STEP, upTo);
      database.execute(events(head + 1, next));
      if (tagTable) {
        database.execute(tags(head + 1, next));
      }
      head = next;
    }
    database.execute("analyze ledger.event");
    database.execute("analyze ledger.event_tag");
    database.execute("checkpoint");
  }

  private static String events(long first, long last) {
    return """
    insert into ledger.event (position, event_id, type, version, recorded_at, tags, payload,
      metadata, header, leaf_hash)
    select p, gen_random_uuid(), 'BenchmarkFact', '1',
      timestamptz '2020-01-01' + p * interval '100 milliseconds',
      array['group=g' || p %% 100, 'initiative=i' || p / 10],
      convert_to('{"text":"' || repeat('k', 589) || '"}', 'UTF8'), '{}',
      convert_to(rpad('{"pos":' || p, 640, 'h'), 'UTF8'), sha256(int8send(p))
    from generate_series(%d::bigint, %d::bigint) p
    """
        .formatted(first, last);
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
