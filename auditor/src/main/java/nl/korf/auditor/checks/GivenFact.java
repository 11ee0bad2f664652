package nl.korf.auditor.checks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nl.korf.auditor.note.Malformed;
import nl.korf.auditor.tree.TreeHasher;
import nl.korf.model.ModelJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fact that somebody holds in hands: its header, and what of it hashes to what the header says.
 *
 * @param proven the parts that do: {@code payload}, {@code metadata}, {@code personal}
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record GivenFact(byte[] octets, Header header, List<String> proven) {

  public GivenFact {
    proven = List.copyOf(proven);
  }

  /**
   * Reads a line of an export, an answer of {@code /v1/facts/{position}}, or a header alone.
   *
   * @param findings takes what does not hash to what the header says
   * @throws Malformed when it is none of these
   */
  public static GivenFact read(byte[] file, Findings findings) throws Malformed {
    JsonNode tree;
    try {
      tree = ModelJson.mapper().readTree(file);
    } catch (JacksonException e) {
      throw new Malformed("the fact is no JSON: " + e.getOriginalMessage());
    }
    if (!(tree instanceof ObjectNode fact)) {
      throw new Malformed("the fact is no JSON object");
    }
    String inside = text(fact, "header");
    byte[] octets = inside == null ? stripped(file) : inside.getBytes(StandardCharsets.UTF_8);
    Header header = new Header();
    String problem =
        octets.length > Header.BYTES_MAX ? "too long" : header.read(octets, octets.length);
    String form = problem.isEmpty() ? Canonical.problem(octets, octets.length) : "";
    if (!problem.isEmpty() || !form.isEmpty()) {
      throw new Malformed("the header of the fact is not of version 1: " + problem + form);
    }
    List<String> proven = new ArrayList<>();
    if (inside != null) {
      part(fact, "payload", header.payloadHash(), header, findings, proven);
      part(fact, "metadata", header.metadataHash(), header, findings, proven);
      personal(fact, header, findings, proven);
    }
    return new GivenFact(octets, header, proven);
  }

  private static byte[] stripped(byte[] file) {
    return new String(file, StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8);
  }

  private static void part(
      ObjectNode fact,
      String name,
      byte[] expected,
      Header header,
      Findings findings,
      List<String> proven) {
    String text = text(fact, name);
    if (text != null) {
      byte[] hash = TreeHasher.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
      compare(name, expected, hash, header, findings, proven);
    }
  }

  private static void personal(
      ObjectNode fact, Header header, Findings findings, List<String> proven) {
    if (!(fact.get("personal") instanceof ObjectNode personal)) {
      return;
    }
    String salt = text(personal, "salt");
    String text = text(personal, "text");
    if (salt == null || text == null) {
      return;
    }
    if (!header.hasPersonal()) {
      findings.disproved(
          null, header.position(), "a personal part that the header does not commit to");
      return;
    }
    var sha256 = TreeHasher.sha256();
    try {
      sha256.update(HexFormat.of().parseHex(salt));
    } catch (IllegalArgumentException e) {
      findings.disproved(null, header.position(), "the salt is not hexadecimal");
      return;
    }
    byte[] hash = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
    compare("personal", header.personalHash(), hash, header, findings, proven);
  }

  private static void compare(
      String name,
      byte[] expected,
      byte[] hash,
      Header header,
      Findings findings,
      List<String> proven) {
    if (java.util.Arrays.equals(expected, hash)) {
      proven.add(name);
    } else {
      findings.disproved(
          null,
          header.position(),
          "the part '%s' of the fact is not the one that was hashed".formatted(name),
          Findings.hex(expected),
          Findings.hex(hash));
    }
  }

  private static @Nullable String text(ObjectNode node, String name) {
    JsonNode value = node.get(name);
    return value != null && value.isString() ? value.stringValue() : null;
  }
}
