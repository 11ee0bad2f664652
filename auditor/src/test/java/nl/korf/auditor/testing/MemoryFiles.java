package nl.korf.auditor.testing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import nl.korf.auditor.exports.ExportFiles;
import org.jspecify.annotations.Nullable;

/** An export in memory. */
public record MemoryFiles(Map<String, byte[]> files) implements ExportFiles {

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public @Nullable InputStream open(String path) {
    byte[] octets = files.get(path);
    return octets == null ? null : new ByteArrayInputStream(octets);
  }

  @Override
  public Optional<NavigableSet<String>> paths() {
    return Optional.of(new TreeSet<>(files.keySet()));
  }

  @Override
  public void close() {}
}
