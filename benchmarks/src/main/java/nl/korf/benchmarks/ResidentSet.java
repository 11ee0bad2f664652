package nl.korf.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Memory a process holds, in bytes, as Linux tells it; NaN elsewhere.
 *
 * @param now resident
 * @param peak the most it ever was
 */
record ResidentSet(double now, double peak) {

  static ResidentSet of(long process) throws IOException {
    Path status = Path.of("/proc", String.valueOf(process), "status");
    return Files.isReadable(status)
        ? in(Files.readAllLines(status))
        : new ResidentSet(Double.NaN, Double.NaN);
  }

  /** From the lines of {@code /proc/<pid>/status}. */
  static ResidentSet in(List<String> lines) {
    return new ResidentSet(bytes("VmRSS:", lines), bytes("VmHWM:", lines));
  }

  private static double bytes(String name, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> 1024.0 * Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(Double.NaN);
  }
}
