package nl.korf.service.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Published checkpoints and the first cosignature of each witness under them. */
final class Checkpoints {

  private static final String SELECT =
      "select size, root, note, signed_at from audit.checkpoint where ";

  private final JdbcClient database;

  Checkpoints(JdbcClient database) {
    this.database = database;
  }

  /** What a witness signed, and when by its own clock. */
  record Cosignature(String witness, Instant time, Note.Signature line) {}

  /**
   * A checkpoint.
   *
   * @param own as the ledger signed it
   */
  @SuppressWarnings("ArrayRecordComponent") // passed along, never compared
  record Published(
      long size, byte[] root, Note own, Instant signedAt, List<Cosignature> cosignatures) {

    /** With every cosignature below the ledger's own signature. */
    Note note() {
      List<Note.Signature> all = new ArrayList<>(own.signatures());
      cosignatures.forEach(cosignature -> all.add(cosignature.line()));
      return new Note(own.text(), all);
    }

    private Published with(List<Cosignature> found) {
      return new Published(size, root, own, signedAt, found);
    }
  }

  Optional<Published> latest() {
    return cosigned(
            database
                .sql(SELECT + "true order by size desc limit 1")
                .query((row, _) -> checkpoint(row))
                .list())
        .stream()
        .findFirst();
  }

  Optional<Published> of(long size) {
    return cosigned(
            database.sql(SELECT + "size = ?").param(size).query((row, _) -> checkpoint(row)).list())
        .stream()
        .findFirst();
  }

  /** Those larger than a size, in order, at most so many. */
  List<Published> after(long size, int limit) {
    return cosigned(
        database
            .sql(SELECT + "size > ? order by size limit ?")
            .params(size, limit)
            .query((row, _) -> checkpoint(row))
            .list());
  }

  /** The size of the last one; 0: none yet. */
  long size() {
    return Objects.requireNonNull(
        database
            .sql("select coalesce(max(size), 0) from audit.checkpoint")
            .query(Long.class)
            .single());
  }

  void add(Checkpoint checkpoint, Note note, Instant now) {
    database
        .sql("insert into audit.checkpoint (size, root, note, signed_at) values (?, ?, ?, ?)")
        .param(checkpoint.size())
        .param(checkpoint.root())
        .param(note.toString())
        .param(Progress.moment(now))
        .update();
  }

  /** Keeps a cosignature; where the witness had signed this checkpoint before, the first stays. */
  boolean add(long size, Cosignature cosignature) {
    return database
            .sql(
                "insert into audit.cosignature (size, witness, at, line) values (?, ?, ?, ?)"
                    + " on conflict do nothing")
            .param(size)
            .param(cosignature.witness())
            .param(Progress.moment(cosignature.time()))
            .param(cosignature.line().line())
            .update()
        > 0;
  }

  private List<Published> cosigned(List<Published> found) {
    if (found.isEmpty()) {
      return found;
    }
    Map<Long, List<Cosignature>> bySize =
        cosignatures(found.stream().map(Published::size).toList());
    return found.stream().map(one -> one.with(bySize.getOrDefault(one.size(), List.of()))).toList();
  }

  private Map<Long, List<Cosignature>> cosignatures(Collection<Long> sizes) {
    Map<Long, List<Cosignature>> found = new HashMap<>();
    database
        .sql(
            "select size, witness, at, line from audit.cosignature where size = any (?)"
                + " order by size, at, witness")
        .param(sizes.toArray(Long[]::new))
        .query(row -> {
          found
              .computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
              .add(
                  new Cosignature(
                      row.getString(2),
                      Objects.requireNonNull(Progress.instant(row, 3)),
                      Note.Signature.parse(row.getString(4).stripTrailing())));
        });
    return found;
  }

  private static Published checkpoint(ResultSet row) throws SQLException {
    return new Published(
        row.getLong(1),
        row.getBytes(2),
        Note.parse(row.getString(3)),
        Objects.requireNonNull(Progress.instant(row, 4)),
        List.of());
  }
}
