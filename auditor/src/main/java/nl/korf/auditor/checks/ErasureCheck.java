package nl.korf.auditor.checks;

import java.util.BitSet;
import nl.korf.auditor.exports.FactLine;
import nl.korf.model.ModelJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Holds what the export says was erased against the facts that tell of erasures. A part may have
 * been erased after the last fact of the export, so one without a fact is counted, not disproved; a
 * part that a fact says is gone and that is there is a contradiction.
 */
public final class ErasureCheck implements FactVisitor {

  private static final String TYPE = "PersonalDataErased";

  private final Findings findings;
  private final BitSet gone = new BitSet();
  private final BitSet told = new BitSet();
  private final BitSet there = new BitSet();

  public ErasureCheck(Findings findings) {
    this.findings = findings;
  }

  /** Erased parts of which no fact tells. */
  public long unexplained() {
    BitSet untold = (BitSet) gone.clone();
    untold.andNot(told);
    return untold.cardinality();
  }

  @Override
  public void fact(FactLine line, Header header, byte[] leafHash) {
    if (line.erased()) {
      gone.set(bit(line.position()));
    } else if (line.hasPersonal()) {
      there.set(bit(line.position()));
    }
    if (header.typeIs(TYPE)) {
      try {
        JsonNode position = ModelJson.mapper().readTree(line.payload().copy()).path("position");
        if (position.isIntegralNumber() && position.canConvertToLong()) {
          told.set(bit(position.longValue()));
        }
      } catch (JacksonException e) {
        findings.unchecked(null, line.position(), "an erasure that names no position");
      }
    }
  }

  @Override
  public void end() {
    told.and(there);
    told.clear(0);
    told.stream()
        .forEach(position ->
            findings.disproved(
                null,
                (long) position,
                "a fact tells that the personal part was erased, and it is there"));
  }

  /** A bit a fact: positions beyond what a set of bits holds share the first one. */
  private static int bit(long position) {
    return position > 0 && position < Integer.MAX_VALUE ? (int) position : 0;
  }
}
