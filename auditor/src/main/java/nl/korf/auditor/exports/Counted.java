package nl.korf.auditor.exports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of an export, with a count of the octets that were read of them. */
public final class Counted implements ExportFiles {

  private final ExportFiles files;
  private long octets;

  public Counted(ExportFiles files) {
    this.files = files;
  }

  /** Octets read so far. */
  public long octets() {
    return octets;
  }

  @Override
  public String name() {
    return files.name();
  }

  @Override
  public @Nullable InputStream open(String path) throws IOException {
    InputStream in = files.open(path);
    return in == null ? null : new Counting(in);
  }

  @Override
  public Optional<NavigableSet<String>> paths() throws IOException {
    return files.paths();
  }

  @Override
  public void close() throws IOException {
    files.close();
  }

  private final class Counting extends FilterInputStream {

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      octets += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      octets += Math.max(0, read);
      return read;
    }
  }
}
