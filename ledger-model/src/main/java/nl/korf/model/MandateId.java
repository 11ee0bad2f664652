package nl.korf.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies a mandate or sub-mandate (mandaat, ondermandaat). See {@link Identifier} for the form.
 */
public record MandateId(@JsonValue String value) implements Identifier {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public MandateId {
    Identifier.require("MandateId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
