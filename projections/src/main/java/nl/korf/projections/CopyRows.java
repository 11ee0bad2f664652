package nl.korf.projections;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows for one table, gathered in PostgreSQL's binary COPY format and sent in one go. Used because
 * it is the cheapest way in, for one row as for many, and keeps every value exact.
 */
final class CopyRows {

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final int BYTES_FIRST = 8_192;
  private static final int CHUNK_BYTES = 65_536;
  private static final long POSTGRES_EPOCH_SECONDS = 946_684_800L;
  private static final long MICROS = 1_000_000L;

  private final String sql;
  private final short width;
  private ByteBuffer buffer = ByteBuffer.allocate(BYTES_FIRST);
  private int rows;

  /**
   * @param columns their names with commas between
   */
  CopyRows(String table, String columns) {
    this.sql = "copy %s (%s) from stdin (format binary)".formatted(table, columns);
    this.width = (short) (columns.chars().filter(c -> c == ',').count() + 1);
    buffer.put(SIGNATURE);
  }

  /** How many rows were begun. */
  int rows() {
    return rows;
  }

  /** Begins a row; exactly as many values as there are columns must follow. */
  CopyRows row() {
    rows++;
    room(2).putShort(width);
    return this;
  }

  /** A text, a truth value, a number or a moment, as its class says. */
  CopyRows value(@Nullable Object value) {
    switch (value) {
      case null -> room(4).putInt(-1);
      case String text -> bytes(text.getBytes(StandardCharsets.UTF_8));
      case Boolean truth -> room(5).putInt(1).put((byte) (truth ? 1 : 0));
      case Long number -> number(number);
      case Instant moment -> number(micros(moment));
      default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
    }
    return this;
  }

  CopyRows number(long number) {
    room(12).putInt(8).putLong(number);
    return this;
  }

  CopyRows bytes(byte[] bytes) {
    room(4 + bytes.length).putInt(bytes.length).put(bytes);
    return this;
  }

  /** A moment in microseconds; null is {@code infinity}. */
  CopyRows instant(@Nullable Instant instant) {
    return number(instant == null ? Long.MAX_VALUE : micros(instant));
  }

  private static long micros(Instant instant) {
    long seconds = Math.subtractExact(instant.getEpochSecond(), POSTGRES_EPOCH_SECONDS);
    return Math.addExact(Math.multiplyExact(seconds, MICROS), instant.getNano() / 1_000);
  }

  /** Sends the rows, within the connection's transaction. */
  void send(Connection connection) throws SQLException {
    room(2).putShort((short) -1);
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    try {
      for (int sent = 0; sent < buffer.position(); sent += CHUNK_BYTES) {
        copy.writeToCopy(buffer.array(), sent, Math.min(CHUNK_BYTES, buffer.position() - sent));
      }
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      int capacity = Math.max(buffer.capacity() * 2, buffer.position() + bytes);
      buffer = ByteBuffer.allocate(capacity).put(buffer.flip());
    }
    return buffer;
  }
}
