package nl.korf.eventstore;

import java.util.UUID;

/** This command id has led to facts before, with another request or another actor. */
public final class CommandIdReused extends AppendRefused {

  /** Also for whoever looks the id up before it sources. */
  public CommandIdReused(UUID commandId, long firstPosition) {
    super(
        "Command id %s was used for another request, recorded at position %d"
            .formatted(commandId, firstPosition));
  }
}
