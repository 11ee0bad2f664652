package nl.korf.auditor.exports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Lines of a file, one after another in one buffer. */
public final class Lines implements Closeable {

  /**
   * Octets of a line, at most: what the parts of the largest fact of a ledger can have with every
   * character escaped.
   */
  public static final int LINE_BYTES_MAX = 16 << 20;

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private byte[] buffer = new byte[BUFFER_BYTES];
  private int filled;
  private int start;
  private int end;
  private int next;
  private boolean ended;
  private boolean tooLong;

  public Lines(InputStream in) {
    this.in = in;
  }

  /**
   * Goes to the next line.
   *
   * @return whether there is one
   * @throws IOException when the file cannot be read
   */
  public boolean next() throws IOException {
    start = next;
    tooLong = false;
    int from = start;
    while (true) {
      int at = lineBreak(buffer, from, filled);
      if (at < filled) {
        end = at;
        next = at + 1;
        tooLong |= end - start > LINE_BYTES_MAX;
        return true;
      }
      if (ended) {
        end = filled;
        next = filled;
        tooLong |= end - start > LINE_BYTES_MAX;
        return end > start || tooLong;
      }
      from = fill();
    }
  }

  /** Whether the line has more than {@link #LINE_BYTES_MAX} octets, and was passed over. */
  public boolean tooLong() {
    return tooLong;
  }

  /** Where the line is: from {@link #start} to before {@link #end}, without its line break. */
  public byte[] buffer() {
    return buffer;
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  /** The line in an array of its own. */
  public byte[] copy() {
    return java.util.Arrays.copyOfRange(buffer, start, end);
  }

  /** Reads on behind what is there of the line, and says where that begins. */
  private int fill() throws IOException {
    int kept = filled - start;
    if (tooLong || kept > LINE_BYTES_MAX) {
      tooLong = true;
      kept = 0;
    } else if (kept > buffer.length / 2) {
      buffer = java.util.Arrays.copyOf(buffer, buffer.length * 2);
    }
    if (kept > 0) {
      System.arraycopy(buffer, start, buffer, 0, kept);
    }
    start = 0;
    filled = kept;
    int read = in.read(buffer, filled, buffer.length - filled);
    ended = read < 0;
    filled += Math.max(0, read);
    return kept;
  }

  private static int lineBreak(byte[] in, int from, int to) {
    int at = from;
    while (at < to && in[at] != '\n') {
      at++;
    }
    return at;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
