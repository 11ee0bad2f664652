package nl.korf.auditor.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.korf.model.ModelJson;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.FactJson;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.Tags;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/**
 * A fact as a ledger stores it and an export shows it.
 *
 * @param salt in hexadecimal; null where there is no personal part
 * @param mark {@code erased} or {@code withheld}, where the personal part is not given
 */
public record StoredLine(
    long position,
    String header,
    String payload,
    String metadata,
    @Nullable String salt,
    @Nullable String personal,
    @Nullable String mark) {

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

  /** What the ledger would store. */
  public static StoredLine of(String ledger, RecordedFact fact) {
    FactJson.Encoded encoded = FactJson.encode(fact.fact());
    byte[] personal = encoded.personal();
    String text = personal == null ? null : new String(personal, StandardCharsets.UTF_8);
    String salt = personal == null ? null : salt(fact.position());
    String metadata = metadata(fact.envelope());
    String payload = new String(encoded.payload(), StandardCharsets.UTF_8);
    Map<String, Object> header = new TreeMap<>();
    header.put("v", 1);
    header.put("ledger", ledger);
    header.put("pos", fact.position());
    header.put("event_id", new UUID(0, fact.position()).toString());
    header.put("type", encoded.type());
    header.put("rev", encoded.version());
    header.put("tags", Tags.of(fact.fact()).stream().map(Object::toString).sorted().toList());
    header.put("recorded_at", TIME.format(fact.envelope().recordedAt()));
    header.put("effective_at", TIME.format(fact.envelope().effectiveAt()));
    header.put("actor", fact.envelope().actor());
    header.put("payload", Map.of("len", encoded.payload().length, "sha256", hash(payload)));
    header.put("metadata", Map.of("sha256", hash(metadata)));
    if (salt != null && text != null) {
      byte[] commitment =
          NaiveTree.sha256(HexFormat.of().parseHex(salt), text.getBytes(StandardCharsets.UTF_8));
      header.put("personal", Map.of("sha256", HexFormat.of().formatHex(commitment)));
    }
    return new StoredLine(fact.position(), canonical(header), payload, metadata, salt, text, null);
  }

  private static String metadata(Envelope envelope) {
    Map<String, String> metadata = new TreeMap<>();
    metadata.put(FactJson.ACTOR, envelope.actor());
    if (!envelope.effectiveAt().equals(envelope.recordedAt())) {
      metadata.put(FactJson.EFFECTIVE_AT, envelope.effectiveAt().toString());
    }
    if (envelope.imported() != null) {
      metadata.put(FactJson.IMPORTED, FactJson.imported(envelope.imported()));
    }
    return canonical(metadata);
  }

  /** Canonical JSON, by the library. */
  public static String canonical(Object value) {
    try {
      return new JsonCanonicalizer(ModelJson.mapper().writeValueAsString(value)).getEncodedString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String salt(long position) {
    return HexFormat.of()
        .formatHex(
            NaiveTree.sha256(Long.toString(position).getBytes(StandardCharsets.UTF_8)), 0, 16);
  }

  static String hash(String text) {
    return HexFormat.of().formatHex(NaiveTree.sha256(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The leaf. */
  public byte[] leafHash() {
    return NaiveTree.leaf(header.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with another header, payload and so on. */
  public StoredLine with(String newHeader, String newPayload) {
    return new StoredLine(position, newHeader, newPayload, metadata, salt, personal, mark);
  }

  /** The same at another position. */
  public StoredLine at(long newPosition) {
    return new StoredLine(newPosition, header, payload, metadata, salt, personal, mark);
  }

  /** The same with its personal part gone. */
  public StoredLine without(String how) {
    return new StoredLine(position, header, payload, metadata, null, null, how);
  }

  /** The line of the export, without its line break. */
  public String json() {
    Map<String, Object> line = new java.util.LinkedHashMap<>();
    line.put("position", position);
    line.put("header", header);
    line.put("payload", payload);
    line.put("metadata", metadata);
    if (mark != null) {
      line.put(mark, true);
    } else if (salt != null && personal != null) {
      line.put("personal", Map.of("salt", salt, "text", personal));
    }
    return ModelJson.mapper().writeValueAsString(line);
  }

  /** When it says it was recorded. */
  public Instant recordedAt() {
    return Instant.parse(ModelJson.mapper().readTree(header).get("recorded_at").stringValue());
  }

  /** Facts in the form a ledger stores them in. */
  public static List<StoredLine> all(String ledger, List<RecordedFact> facts) {
    return facts.stream().map(fact -> of(ledger, fact)).toList();
  }

  /** The same with another personal part, or with none though its header says that there is one. */
  public StoredLine retold(@Nullable String text) {
    return new StoredLine(
        position, header, payload, metadata, text == null ? null : salt, text, null);
  }
}
