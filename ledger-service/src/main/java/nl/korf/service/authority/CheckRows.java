package nl.korf.service.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import nl.korf.model.ModelJson;
import nl.korf.model.authority.CompetenceProof;

/** The rows of the {@link CheckLog}, read. */
final class CheckRows {

  private CheckRows() {}

  static CheckLog.Entry entry(ResultSet row, int line) throws SQLException {
    boolean search = row.getBytes("found") != null;
    return new CheckLog.Entry(
        row.getLong("number"),
        new Trace(
            row.getString("trace_id"), row.getString("span_id"), row.getString("parent_span_id")),
        search ? null : check(row, line),
        search ? search(row) : null);
  }

  static RecordedSearch search(ResultSet row) throws SQLException {
    return ModelJson.mapper().readValue(row.getBytes("found"), RecordedSearch.class);
  }

  static RecordedCheck check(ResultSet row, int line) throws SQLException {
    return new RecordedCheck(
        row.getObject("id", UUID.class),
        row.getObject("command", UUID.class),
        row.getObject("checked_at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("gate"),
        ModelJson.mapper().readValue(row.getBytes("question"), Question.class),
        ModelJson.mapper().readValue(row.getBytes("proof"), CompetenceProof.class));
  }
}
