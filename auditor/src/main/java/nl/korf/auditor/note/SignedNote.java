package nl.korf.auditor.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text with signatures below it (C2SP signed-note).
 *
 * @param text what is signed, its last line break included
 */
public record SignedNote(String text, List<Line> signatures) {

  /** Octets of a note, at most. */
  public static final int NOTE_BYTES_MAX = 1 << 16;

  /** Signatures of a note, at most. */
  public static final int SIGNATURES_MAX = 64;

  private static final String DASH = "— ";
  private static final int ID_BYTES = 4;

  /**
   * One signature, whoever's it is.
   *
   * @param keyId which key made it
   * @param signature what that key made, by the rules of its type
   */
  @SuppressWarnings("ArrayRecordComponent") // equality is by how it was written, see below
  public record Line(String name, int keyId, byte[] signature, String written) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Line that && that.written.equals(written);
    }

    @Override
    public int hashCode() {
      return written.hashCode();
    }
  }

  public SignedNote {
    signatures = List.copyOf(signatures);
  }

  /**
   * Reads a note.
   *
   * @throws Malformed saying what is wrong with it
   */
  public static SignedNote parse(byte[] octets) throws Malformed {
    if (octets.length > NOTE_BYTES_MAX) {
      throw new Malformed("a note of more than " + NOTE_BYTES_MAX + " octets");
    }
    try {
      return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString());
    } catch (CharacterCodingException e) {
      throw new Malformed("a note that is no UTF-8");
    }
  }

  /**
   * Reads a note.
   *
   * @throws Malformed saying what is wrong with it
   */
  public static SignedNote parse(String note) throws Malformed {
    requirePlain(note);
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0 || !note.endsWith("\n")) {
      throw new Malformed("a note ends in a blank line and signatures, each ended by a line break");
    }
    String below = note.substring(blank + 2);
    if (below.isEmpty()) {
      throw new Malformed("a note without a signature");
    }
    List<Line> lines = new ArrayList<>();
    for (String line : below.substring(0, below.length() - 1).split("\n", SIGNATURES_MAX + 1)) {
      if (lines.size() == SIGNATURES_MAX) {
        throw new Malformed("a note with more than " + SIGNATURES_MAX + " signatures");
      }
      lines.add(line(line));
    }
    return new SignedNote(note.substring(0, blank + 1), lines);
  }

  private static void requirePlain(String note) throws Malformed {
    if (note.length() > NOTE_BYTES_MAX) {
      throw new Malformed("a note of more than " + NOTE_BYTES_MAX + " octets");
    }
    for (int i = 0; i < note.length(); i++) {
      char c = note.charAt(i);
      if (c < ' ' && c != '\n') {
        throw new Malformed("a note with the control character U+%04X".formatted((int) c));
      }
      if (Character.isSurrogate(c) && !paired(note, i)) {
        throw new Malformed("a note with half a surrogate pair");
      }
    }
  }

  private static boolean paired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }

  private static Line line(String line) throws Malformed {
    int space = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space < 0) {
      throw new Malformed("a signature is written '— <name> <base64>', not '" + line + "'");
    }
    String name = line.substring(DASH.length(), space);
    requireName(name);
    byte[] octets = Base64Text.decode(line.substring(space + 1), "the signature of " + name);
    if (octets.length <= ID_BYTES) {
      throw new Malformed("the signature of " + name + " is too short");
    }
    return new Line(
        name,
        ByteBuffer.wrap(octets).getInt(),
        Arrays.copyOfRange(octets, ID_BYTES, octets.length),
        line);
  }

  static void requireName(String name) throws Malformed {
    if (name.isEmpty()
        || name.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))
        || name.indexOf('+') >= 0) {
      throw new Malformed("a key name has a character at least, and neither spaces nor '+'");
    }
  }
}
