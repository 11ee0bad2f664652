package nl.korf.auditor.replay;

import java.util.Map;
import java.util.TreeMap;
import nl.korf.auditor.checks.FactVisitor;
import nl.korf.auditor.checks.Findings;
import nl.korf.auditor.checks.Header;
import nl.korf.auditor.exports.FactLine;
import nl.korf.model.ModelJson;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.FactJson;
import nl.korf.model.facts.RecordedFact;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** Reads facts in the language of the ledger, and shows them to who computes with them. */
public final class Decoder implements FactVisitor {

  /** Takes facts in order. */
  public interface Reader {

    /** The next fact. */
    void fact(RecordedFact fact);

    /** There are no more. */
    default void end() {}
  }

  private static final TypeReference<TreeMap<String, String>> STRINGS = new TypeReference<>() {};

  private final Findings findings;
  private final Reader reader;
  private boolean broken;
  private long position;

  public Decoder(Findings findings, Reader reader) {
    this.findings = findings;
    this.reader = reader;
  }

  @Override
  public void fact(FactLine line, Header header, byte[] leafHash) {
    position = line.position();
    if (broken) {
      return;
    }
    try {
      reader.fact(recorded(line, header));
    } catch (IllegalArgumentException | JacksonException e) {
      findings.unchecked(null, position, "a fact this auditor cannot read: " + e.getMessage());
      broken = true;
    }
  }

  @Override
  public void unreadable() {
    if (!broken) {
      findings.unchecked(
          null, null, "nothing was computed from the facts behind position " + position);
    }
    broken = true;
  }

  @Override
  public void end() {
    if (!broken) {
      reader.end();
    }
  }

  /** Whether all facts were read. */
  public boolean whole() {
    return !broken;
  }

  private RecordedFact recorded(FactLine line, Header header) {
    Map<String, String> metadata = ModelJson.mapper().readValue(line.metadata().copy(), STRINGS);
    metadata.putIfAbsent(FactJson.EFFECTIVE_AT, header.recordedAt().toString());
    Envelope envelope = FactJson.envelope(line.position(), header.recordedAt(), metadata);
    if (!envelope.effectiveAt().equals(header.effectiveAt())) {
      findings.disproved(
          null,
          line.position(),
          "the header says another effective time than the metadata",
          envelope.effectiveAt(),
          header.effectiveAt());
    }
    byte @Nullable [] personal = line.hasPersonal() ? line.personal().copy() : null;
    return new RecordedFact(
        envelope,
        FactJson.decode(header.type(), header.revision(), line.payload().copy(), personal));
  }
}
