package nl.korf.service.kernel;

import java.time.Instant;
import java.util.List;
import nl.korf.model.facts.RecordedFact;

/**
 * A command was accepted and its facts are durable.
 *
 * @param firstPosition of its facts; 0 when it changed nothing
 * @param lastPosition of its facts; the head it saw when it changed nothing
 * @param recordedAt when they were recorded
 * @param facts as recorded
 * @param answer what the verb answers
 * @param repeated whether the facts were there already, from the same command
 */
public record Receipt(
    long firstPosition,
    long lastPosition,
    Instant recordedAt,
    List<RecordedFact> facts,
    Object answer,
    boolean repeated) {

  public Receipt {
    facts = List.copyOf(facts);
  }
}
