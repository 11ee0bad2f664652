package nl.korf.auditor.checks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * Whether JSON is in canonical form (RFC 8785), by a library that the ledger does not write with.
 */
final class Canonical {

  private Canonical() {}

  /** What is wrong with it, or nothing (""). */
  static String problem(byte[] octets, int length) {
    String text = new String(octets, 0, length, StandardCharsets.UTF_8);
    try {
      byte[] canonical = new JsonCanonicalizer(text).getEncodedUTF8();
      return Arrays.equals(canonical, 0, canonical.length, octets, 0, length)
          ? ""
          : "canonical JSON would be " + new String(canonical, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "no JSON: " + e.getMessage();
    } catch (RuntimeException e) {
      // The library says so of numbers it cannot hold, and of depths it cannot follow.
      return "no JSON that can be read: " + e;
    }
  }
}
