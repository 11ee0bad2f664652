package nl.korf.auditor.checks;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.korf.auditor.exports.FactLine;
import nl.korf.auditor.exports.FactReader;
import nl.korf.auditor.exports.Text;
import nl.korf.auditor.note.Malformed;

/** Two exports side by side, up to the first fact in which they differ. */
public final class Comparison {

  private Comparison() {}

  /**
   * Compares them.
   *
   * @return how far they go together
   * @throws CannotCheck when one cannot be read
   */
  public static Map<String, Object> of(Export a, Export b, Findings findings, Progress progress)
      throws CannotCheck {
    Map<String, Object> figures = new LinkedHashMap<>();
    if (!a.head().ledger().equals(b.head().ledger())) {
      findings.disproved(
          "export.json", null, "exports of two ledgers", a.head().ledger(), b.head().ledger());
      return figures;
    }
    long erased = 0;
    long same = 0;
    try (FactReader one = new FactReader(a.files());
        FactReader other = new FactReader(b.files())) {
      boolean going = true;
      while (going && one.next() && other.next()) {
        going = same(one.fact(), other.fact(), one.file(), findings);
        same += going ? 1 : 0;
        erased += one.fact().hasPersonal() != other.fact().hasPersonal() ? 1 : 0;
        progress.at(same);
      }
      long shorter = Math.min(a.head().size(), b.head().size());
      if (going && same < shorter) {
        findings.unchecked(
            null,
            same + 1,
            "one of them ends here, and says that it has %d facts".formatted(shorter));
      }
    } catch (IOException e) {
      throw new CannotCheck("an export cannot be read: " + e.getMessage());
    } catch (Malformed e) {
      throw new CannotCheck(
          "after position %d there is a line that is no fact: %s".formatted(same, e.problem()));
    }
    progress.done();
    figures.put("ledger", a.head().ledger());
    figures.put("same", same);
    figures.put("personalPartsInOneOnly", erased);
    figures.put("bytes", a.files().octets() + b.files().octets());
    return figures;
  }

  private static boolean same(FactLine a, FactLine b, String file, Findings findings) {
    if (a.position() != b.position()) {
      findings.disproved(
          file,
          Math.min(a.position(), b.position()),
          "the positions differ",
          a.position(),
          b.position());
      return false;
    }
    boolean header = same("header", a.header(), b.header(), a.position(), file, findings);
    boolean payload = same("payload", a.payload(), b.payload(), a.position(), file, findings);
    boolean metadata = same("metadata", a.metadata(), b.metadata(), a.position(), file, findings);
    boolean personal =
        !a.hasPersonal()
            || !b.hasPersonal()
            || same("personal part", a.personal(), b.personal(), a.position(), file, findings);
    return header && payload && metadata && personal;
  }

  private static boolean same(
      String part, Text a, Text b, long position, String file, Findings findings) {
    boolean same = Arrays.equals(a.octets(), 0, a.length(), b.octets(), 0, b.length());
    if (!same) {
      findings.disproved(file, position, "the first difference: the " + part, a, b);
    }
    return same;
  }
}
