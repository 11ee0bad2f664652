package nl.korf.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies a node in the taxonomy of powers (bevoegdheden). See {@link Identifier} for the form.
 */
public record PowerId(@JsonValue String value) implements Identifier {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PowerId {
    Identifier.require("PowerId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
