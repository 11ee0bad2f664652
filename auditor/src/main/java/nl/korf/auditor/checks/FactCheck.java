package nl.korf.auditor.checks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import nl.korf.auditor.exports.FactLine;
import nl.korf.auditor.exports.Text;
import nl.korf.auditor.tree.TreeHasher;

/**
 * Checks facts one after another: each header by itself and against the one before, and the hashes
 * it commits to. The library for RFC 8785 is asked about every header with a character whose form
 * needs it, and about one in {@value #EVERY} of the others besides.
 */
public final class FactCheck {

  /** Plain headers from one that is given to the library to the next. */
  public static final int EVERY = 256;

  private static final int SALT_BYTES = 16;

  private final TreeHasher hasher;
  private final Findings findings;
  private final byte[] ledger;
  private final boolean everyHeader;
  private final byte[] hash = new byte[TreeHasher.HASH_BYTES];
  private final byte[] lastRecordedAt =
      "0000-00-00T00:00:00.000000Z".getBytes(StandardCharsets.US_ASCII);
  private final Header header = new Header();
  private long given;
  private long erased;
  private long withheld;

  /**
   * Checks facts of a ledger.
   *
   * @param everyHeader whether the library is asked about every header
   */
  public FactCheck(TreeHasher hasher, Findings findings, String ledger, boolean everyHeader) {
    this.hasher = hasher;
    this.findings = findings;
    this.ledger = ledger.getBytes(StandardCharsets.UTF_8);
    this.everyHeader = everyHeader;
  }

  /** The header that was read last. */
  public Header header() {
    return header;
  }

  /** Personal parts that were given, and hash to their commitment. */
  public long given() {
    return given;
  }

  /** Personal parts the export says were erased: the headers prove that there were some. */
  public long erased() {
    return erased;
  }

  /** Personal parts the export leaves out. */
  public long withheld() {
    return withheld;
  }

  /**
   * Checks one fact.
   *
   * @return whether its header could be read
   */
  boolean check(FactLine fact, String file) {
    Text text = fact.header();
    long position = fact.position();
    if (text.length() > Header.BYTES_MAX) {
      findings.disproved(
          file, position, "the header is too long", "at most " + Header.BYTES_MAX, text.length());
      return false;
    }
    String problem = header.read(text.octets(), text.length());
    boolean ask = everyHeader || !problem.isEmpty() || !header.plain() || position % EVERY == 1;
    String form = ask ? Canonical.problem(text.octets(), text.length()) : "";
    if (!form.isEmpty()) {
      findings.disproved(file, position, "the header is not canonical JSON", form, text);
    } else if (!problem.isEmpty()) {
      findings.disproved(file, position, "the header is not of version 1: " + problem, null, text);
    }
    if (!problem.isEmpty()) {
      return false;
    }
    itself(position, file);
    commitments(fact, file);
    personal(fact, file);
    return true;
  }

  private void itself(long position, String file) {
    if (header.position() != position) {
      findings.disproved(
          file, position, "the header is of another position", position, header.position());
    }
    if (!header.ledgerIs(ledger)) {
      findings.disproved(
          file,
          position,
          "the fact is of another ledger",
          new String(ledger, StandardCharsets.UTF_8),
          header.ledger());
    }
    if (header.compareRecordedAt(lastRecordedAt) < 0) {
      findings.disproved(
          file,
          position,
          "it was recorded before the fact that precedes it",
          "not before " + new String(lastRecordedAt, StandardCharsets.US_ASCII),
          header.recordedAt());
    }
    header.copyRecordedAt(lastRecordedAt);
  }

  private void commitments(FactLine fact, String file) {
    long position = fact.position();
    Text payload = fact.payload();
    if (payload.length() != header.payloadLength()) {
      findings.disproved(
          file,
          position,
          "the payload has another length",
          header.payloadLength(),
          payload.length());
    }
    hasher.plain(payload.octets(), 0, payload.length(), hash, 0);
    same(header.payloadHash(), file, position, "the payload is not the one that was hashed");
    Text metadata = fact.metadata();
    hasher.plain(metadata.octets(), 0, metadata.length(), hash, 0);
    same(header.metadataHash(), file, position, "the metadata are not those that were hashed");
  }

  private void personal(FactLine fact, String file) {
    long position = fact.position();
    erased += fact.erased() ? 1 : 0;
    withheld += fact.withheld() ? 1 : 0;
    boolean named = fact.hasPersonal() || fact.erased() || fact.withheld();
    if (named && !header.hasPersonal()) {
      findings.disproved(file, position, "a personal part that no header commits to");
    } else if (!named && header.hasPersonal()) {
      findings.disproved(
          file, position, "the personal part is gone, and not said to be erased or withheld");
    } else if (fact.hasPersonal()) {
      salted(fact, file);
    }
  }

  private void salted(FactLine fact, String file) {
    long position = fact.position();
    byte[] salt;
    try {
      salt = HexFormat.of().parseHex(fact.salt().toString());
    } catch (IllegalArgumentException e) {
      salt = new byte[0];
    }
    if (salt.length != SALT_BYTES
        || !HexFormat.of().formatHex(salt).equals(fact.salt().toString())) {
      findings.disproved(
          file, position, "the salt is not %d octets in hexadecimal".formatted(SALT_BYTES));
      return;
    }
    Text text = fact.personal();
    hasher.salted(salt, text.octets(), 0, text.length(), hash);
    same(header.personalHash(), file, position, "the personal part is not the one that was hashed");
    given++;
  }

  private void same(byte[] expected, String file, long position, String what) {
    if (!Arrays.equals(expected, hash)) {
      findings.disproved(file, position, what, Findings.hex(expected), Findings.hex(hash));
    }
  }
}
