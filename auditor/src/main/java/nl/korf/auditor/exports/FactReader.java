package nl.korf.auditor.exports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import nl.korf.auditor.note.Malformed;
import org.jspecify.annotations.Nullable;

/** The facts of an export one after another, without any check but that they can be read. */
public final class FactReader implements Closeable {

  private final ExportFiles files;
  private final FactLines reader = new FactLines();
  private final FactLine fact = new FactLine();
  private @Nullable Lines lines;
  private String file = "";
  private long count;

  public FactReader(ExportFiles files) {
    this.files = files;
  }

  /** The fact that was read last; the next one overwrites it. */
  public FactLine fact() {
    return fact;
  }

  /** The file it stands in. */
  public String file() {
    return file;
  }

  /**
   * Goes to the next fact.
   *
   * @return whether there is one
   * @throws Malformed when the line is no fact
   * @throws IOException when the export cannot be read
   */
  public boolean next() throws Malformed, IOException {
    if (lines == null && !open()) {
      return false;
    }
    while (lines != null && !lines.next()) {
      lines.close();
      if (!open()) {
        return false;
      }
    }
    if (lines == null) {
      return false;
    }
    if (lines.tooLong()) {
      throw new Malformed("a line of more than %d octets".formatted(Lines.LINE_BYTES_MAX));
    }
    reader.read(lines.buffer(), lines.start(), lines.end(), fact);
    count++;
    return true;
  }

  private boolean open() throws IOException {
    String next = "facts/%09d.ndjson".formatted(count + 1);
    if (next.equals(file)) {
      lines = null; // a file without a line leads nowhere
      return false;
    }
    InputStream in = files.open(next);
    file = next;
    lines = in == null ? null : new Lines(in);
    return in != null;
  }

  @Override
  public void close() throws IOException {
    if (lines != null) {
      lines.close();
    }
  }
}
