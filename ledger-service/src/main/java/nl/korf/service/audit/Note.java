package nl.korf.service.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text with signatures (C2SP signed-note).
 *
 * @param text what is signed, with its last line break
 */
record Note(String text, List<Signature> signatures) {

  /** Signatures of a note that is read. */
  static final int SIGNATURES_MAX = 100;

  /** Octets of a note that is read. */
  static final int BYTES_MAX = 64 << 10;

  private static final String DASH = "\u2014 ";

  /**
   * A line below the text.
   *
   * @param bytes key hash and signature; not copied: treat as read-only
   */
  @SuppressWarnings("ArrayRecordComponent") // equality is by content
  record Signature(String name, byte[] bytes) {

    /**
     * Reads a line, without its line break.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Signature parse(String line) {
      int space = line.indexOf(' ', DASH.length());
      if (!line.startsWith(DASH) || space < 0) {
        throw new IllegalArgumentException("no line of a signature: " + line);
      }
      String name = line.substring(DASH.length(), space);
      VerifierKey.requireName(name);
      byte[] bytes = Base64.getDecoder().decode(line.substring(space + 1));
      if (bytes.length <= VerifierKey.HASH_BYTES) {
        throw new IllegalArgumentException("too short for a signature: " + line);
      }
      return new Signature(name, bytes);
    }

    /** The line, with its line break. */
    String line() {
      return DASH + name + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Signature that
          && name.equals(that.name)
          && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return name.hashCode() * 31 + Arrays.hashCode(bytes);
    }
  }

  Note {
    signatures = List.copyOf(signatures);
  }

  /**
   * Reads a note.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Note parse(String written) {
    int end = written.lastIndexOf("\n\n");
    boolean fit =
        end >= 0
            && written.endsWith("\n")
            && written.getBytes(StandardCharsets.UTF_8).length <= BYTES_MAX;
    if (!fit) {
      throw new IllegalArgumentException("no note: a text, an empty line, signatures");
    }
    List<Signature> signatures = new ArrayList<>();
    for (String line : written.substring(end + 2).split("\n")) {
      signatures.add(Signature.parse(line));
    }
    if (signatures.size() > SIGNATURES_MAX) {
      throw new IllegalArgumentException("a note has at most 100 signatures");
    }
    return new Note(written.substring(0, end + 1), signatures);
  }

  @Override
  public String toString() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature.line()));
    return note.toString();
  }
}
