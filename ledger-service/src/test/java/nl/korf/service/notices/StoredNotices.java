package nl.korf.service.notices;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lies in the table of notices. */
public final class StoredNotices {

  private StoredNotices() {}

  /** Everybody told of each fact, with their reasons in alphabetical order. */
  public static SortedMap<Long, Map<String, List<String>>> all(DataSource dataSource) {
    SortedMap<Long, Map<String, List<String>>> all = new TreeMap<>();
    JdbcClient.create(dataSource)
        .sql("select position, person, reasons from notices.notice")
        .query(row -> {
          String[] reasons = (String[]) row.getArray(3).getArray();
          all.computeIfAbsent(row.getLong(1), _ -> new TreeMap<>())
              .put(row.getString(2), List.copyOf(new TreeSet<>(Arrays.asList(reasons))));
        });
    return all;
  }
}
